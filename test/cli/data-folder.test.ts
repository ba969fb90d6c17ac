import { once } from 'node:events'
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plumbline } from './in-process.ts'
import { ended, isRefused, launch, temporaryFolder } from './plumbline.ts'
import { addressOf } from './serving.ts'

const deals = `Deal Name,Deal Owner,Pipeline,Deal Stage,Amount,Create Date,Close Date
Roof,Ada Bloom,Sales,Won,1000,2017-01-05,2017-02-01
`
const ask = ['ask', 'sales/deals-won-and-lost', '--range', '2017-01-01..2017-12-31', '--format', 'json']

const folder = await temporaryFolder()
const made = join(folder.path, 'made')
afterAll(() => folder[Symbol.asyncDispose]())

beforeAll(async () => {
  await writeFile(join(folder.path, 'deals.csv'), deals)
  const { code, stderr } = await plumbline('import', 'csv', join(folder.path, 'deals.csv'), '--data', made)
  expect(code, stderr).toBe(0)
})

let copies = 0
async function copy(): Promise<string> {
  const path = join(folder.path, `copy-${++copies}`)
  await cp(made, path, { recursive: true })
  return path
}

async function entries(path: string) {
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  return found.map((entry) => ({ path: join(entry.parentPath, entry.name), isFolder: entry.isDirectory() }))
}

/** Each file with its content and the time it was changed. */
async function tree(path: string): Promise<ReadonlyMap<string, string>> {
  const files = (await entries(path)).filter(({ isFolder }) => !isFolder).map((entry) => entry.path)
  const texts = files.sort().map(async (file) => {
    const [content, { mtimeMs }] = await Promise.all([readFile(file, 'base64'), stat(file)])
    return [file, `${mtimeMs} ${content}`] as const
  })
  return new Map(await Promise.all(texts))
}

const wonAmount = (stdout: string): unknown => JSON.parse(stdout).total.values.won_amount

describe('commands that read', () => {
  it.each([[ask], [['doctor']], [['settings']]])('leave every file as it is: %j', async (args) => {
    const data = await copy()
    const before = await tree(data)
    const { code, stderr } = await plumbline(...args, '--data', data)
    expect(code, stderr).toBe(0)
    expect(await tree(data)).toEqual(before)
  })

  it('read what a killed server acknowledged, and touch nothing', async () => {
    const data = await copy()
    const server = launch('start', '--port', '0', '--data', data)
    const end = ended(server)
    const address = await addressOf(server)
    const people: { readonly owners: readonly { readonly id: string }[] } = await (
      await fetch(`${address}/api/people`)
    ).json()
    const goal = {
      name: 'Year',
      ownerId: people.owners[0]?.id,
      teamId: null,
      pipelineId: null,
      startsOn: '2017-01-01',
      endsOn: '2017-12-31',
      amount: 5000,
    }
    const put = await fetch(`${address}/api/goals/one`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(goal),
    })
    expect(put.status, await put.text()).toBe(200)
    const pid = Number(/process (\d+)/.exec(await readFile(join(data, 'lock.owner'), 'utf8'))?.[1])
    process.kill(pid, 'SIGKILL')
    await end
    const before = await tree(data)
    const { stdout, stderr } = await plumbline(
      'ask',
      'sales/quota-attainment',
      '--range',
      '2017-01-01..2017-12-31',
      '--format',
      'json',
      '--data',
      data,
    )
    expect(stdout, stderr).toContain('5000')
    expect(await tree(data)).toEqual(before)
  })

  it('say which command makes a warehouse that is missing, and it is made once', async () => {
    const data = await copy()
    await rm(join(data, 'warehouse'), { recursive: true })
    const refused = await plumbline(...ask, '--data', data)
    expect(isRefused(refused), JSON.stringify(refused)).toBe(true)
    expect(refused.stderr).toContain('plumbline rebuild')
    const doctor = await plumbline('doctor', '--data', data)
    expect(doctor.stdout).toContain('csv: ')
    expect(await readdir(data)).not.toContain('warehouse')
    const rebuilt = await plumbline('rebuild', '--data', data)
    expect(rebuilt.stdout).toMatch(/^deal +1 /m)
    expect(rebuilt.stderr).toContain('generation 1 now')
    expect(wonAmount((await plumbline(...ask, '--data', data)).stdout)).toBe(1000)
  })
})

describe('a data folder', () => {
  it.each([
    ['missing', (file: string) => rm(file)],
    ['empty', (file: string) => writeFile(file, '')],
  ])('loses nothing when its manifest is %s', async (_, spoil) => {
    const data = await copy()
    const before = await readdir(join(data, 'landing/segments'))
    await spoil(join(data, 'plumbline.sqlite'))
    for (const args of [['doctor'], ['rebuild'], ask]) await plumbline(...args, '--data', data)
    expect(await readdir(join(data, 'landing/segments'))).toEqual(before)
    expect(wonAmount((await plumbline(...ask, '--data', data)).stdout)).toBe(1000)
  })

  it.each([[['start']], [['demo', '--no-open']], [['rebuild']], [['doctor']], [ask]])(
    'is not somebody else’s folder: %j',
    async (args) => {
      const data = join(folder.path, `foreign-${++copies}`)
      await mkdir(join(data, 'landing/segments'), { recursive: true })
      await writeFile(join(data, 'landing/segments/thesis.doc'), 'my life')
      const before = await tree(data)
      const refused = await plumbline(...args, '--data', data)
      expect(isRefused(refused), JSON.stringify(refused)).toBe(true)
      expect(refused.stderr).toContain('thesis.doc')
      expect(await tree(data)).toEqual(before)
    },
  )

  it.each([
    ['lock.sqlite', 'a letter'],
    ['plumbline.sqlite', null],
    ['lock.sqlite', null],
  ])('whose %s is %s gets a sentence', async (name, content) => {
    const data = await copy()
    await rm(join(data, name))
    if (content === null) await mkdir(join(data, name))
    else await writeFile(join(data, name), content.repeat(1000))
    for (const args of [['rebuild'], ['doctor']]) {
      const { stderr } = await plumbline(...args, '--data', data)
      expect(stderr).not.toContain('mistake in Plumbline')
    }
  })

  it.runIf(process.platform !== 'win32')('is for its owner alone, also one that was open to others', async () => {
    const data = await copy()
    const { chmod } = await import('node:fs/promises')
    for (const { path, isFolder } of await entries(data)) await chmod(path, isFolder ? 0o755 : 0o644)
    await chmod(data, 0o755)
    expect((await plumbline('rebuild', '--data', data)).code).toBe(0)
    for (const { path, isFolder } of [...(await entries(data)), { path: data, isFolder: true }])
      expect([path, (await stat(path)).mode & 0o777]).toEqual([path, isFolder ? 0o700 : 0o600])
    for (const { path, isFolder } of await entries(made))
      expect([path, (await stat(path)).mode & 0o777]).toEqual([path, isFolder ? 0o700 : 0o600])
  })
})

it('is told when a folder to serve is not there, and none is made', async () => {
  const data = join(folder.path, 'mispelt')
  const refused = await plumbline('start', '--port', '0', '--data', data)
  expect(isRefused(refused), JSON.stringify(refused)).toBe(true)
  expect(refused.stderr).toContain("'plumbline demo'")
  expect(await readdir(folder.path)).not.toContain('mispelt')
})

it('is told when a folder is in use', async () => {
  const data = await copy()
  const server = launch('start', '--port', '0', '--data', data)
  const end = ended(server)
  await addressOf(server)
  const refused = await plumbline('ask', 'sales/deals-created', '--data', data)
  expect(isRefused(refused), JSON.stringify(refused)).toBe(true)
  expect(refused.stderr).toContain('in use by process')
  const closed = once(server, 'exit')
  server.kill('SIGTERM')
  await closed
  await end
})

import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plumbline } from './in-process.ts'
import { isRefused, temporaryFolder, writesIn } from './plumbline.ts'

const header = 'Deal Name,Deal Owner,Pipeline,Deal Stage,Amount,Create Date,Close Date'
const deals = [
  `${header}`,
  'Roof,Ada Bloom,Sales,Won,1000,2017-01-05,2017-02-01',
  'Door,Ben Cole,Sales,Won,250.50,2017-03-05,2017-04-01',
]
const more = [`${header}`, 'Gate,Ada Bloom,Sales,Won,70,2017-05-05,2017-06-01']

const folder = await temporaryFolder()
const data = join(folder.path, 'data')
const at = (name: string) => join(folder.path, name)
afterAll(() => folder[Symbol.asyncDispose]())

beforeAll(async () => {
  await writeFile(at('deals.csv'), deals.join('\n'))
  await writeFile(at('more.csv'), more.join('\n'))
  await done('import', 'csv', at('deals.csv'), '--data', data)
})

async function done(...args: readonly string[]): Promise<string> {
  const end = await plumbline(...args)
  expect(end.code, `${args.join(' ')}: ${end.stderr}`).toBe(0)
  return end.stdout
}

async function refused(...args: readonly string[]): Promise<string> {
  const end = await plumbline(...args)
  expect(isRefused(end), JSON.stringify(end)).toBe(true)
  return end.stderr
}

async function rows(from: string): Promise<unknown> {
  const range = ['--range', '2017-01-01..2017-12-31', '--by', 'owner', '--format', 'json']
  return JSON.parse(await done('ask', 'sales/deals-won-and-lost', ...range, '--data', from)).rows
}

/** Every file below a folder, with its content, but for who looked last. */
async function contents(path: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('lock.'))
    .map((entry) => join(entry.parentPath, entry.name))
  const texts = files.sort().map(async (file) => [file.slice(path.length), await readFile(file, 'base64')] as const)
  return new Map(await Promise.all(texts))
}

const segmentsOf = async (of: string, kind: string) =>
  (await readdir(join(of, 'landing/segments')))
    .filter((name) => name.startsWith(kind))
    .map((name) => join(of, 'landing/segments', name))

describe('plumbline backup and restore', () => {
  it('bring back every landed file and every answer after the data folder is gone', async () => {
    const [lost, backup] = [at('lost'), at('backup')]
    await cp(data, lost, { recursive: true })
    expect(await done('backup', backup, '--data', lost)).toMatch(/^Backed up \d+ files .*1 batch\.\n$/)
    const before = { landing: await contents(join(lost, 'landing')), rows: await rows(lost) }
    const mapping = await readFile(join(lost, 'csv-mapping.json'), 'utf8')
    await rm(lost, { recursive: true })
    expect(await done('restore', backup, '--data', lost)).toContain('in 1 batch')
    expect({ landing: await contents(join(lost, 'landing')), rows: await rows(lost) }).toEqual(before)
    expect(await readFile(join(lost, 'csv-mapping.json'), 'utf8')).toBe(mapping)
    await done('import', 'csv', at('more.csv'), '--data', lost)
    expect(await done('doctor', '--data', lost)).toMatch(/^wrong +nothing$/m)
    expect(await done('backup', backup, '--data', lost)).toContain('2 batches')
  })

  it('are written down in the log, with who did it', async () => {
    const [backup, restored] = [at('noted'), at('noted-restored')]
    await done('backup', backup, '--data', data)
    await done('restore', backup, '--data', restored)
    await done('repair', '--from', backup, '--data', restored)
    const who = userInfo().username
    expect(await writesIn(data)).toMatchObject([
      { what: 'import', who },
      { what: 'backup', who, into: backup, damaged: 0 },
    ])
    expect(await writesIn(restored)).toMatchObject([
      { what: 'restore', who, from: backup, missing: 0 },
      { what: 'repair', who, from: backup, files: [] },
      { what: 'repair', who, from: 'originals', files: [], left: 0 },
    ])
  })

  it('copy nothing twice, and what is damaged in the backup again', async () => {
    const backup = at('twice')
    await done('backup', backup, '--data', data)
    expect(await done('backup', backup, '--data', data)).toMatch(/^Backed up 0 files/)
    const [deal = ''] = await segmentsOf(backup, 'deal')
    await appendFile(deal, 'x')
    const verified = await plumbline('backup', backup, '--verify')
    expect([verified.code, verified.stderr]).toEqual([1, expect.stringContaining('is not what was written')])
    expect(await done('backup', backup, '--data', data)).toMatch(/^Backed up 1 file /)
    await done('backup', backup, '--verify')
  })

  it('go on over a landed file that cannot be copied, name it, and leave what the backup had', async () => {
    const [copy, backup] = [at('spoilt'), at('spoilt-backup')]
    await cp(data, copy, { recursive: true })
    const [deal = ''] = await segmentsOf(copy, 'deal')
    await appendFile(deal, 'x')
    const first = await plumbline('backup', backup, '--data', copy)
    expect([first.code, first.stderr]).toEqual([
      1,
      expect.stringMatching(/^landing\/segments\/deal.*not what was written.*\n$/),
    ])
    const after = await plumbline('restore', backup, '--data', at('spoilt-again'))
    expect([after.code, after.stderr]).toEqual([1, expect.stringContaining('segments/deal')])
    const status = await plumbline('doctor', '--data', at('spoilt-again'))
    expect(status.stdout).toContain('2 rows of deals from deals.csv are missing in every figure')
  })

  it.runIf(process.platform === 'linux')('refuse a place where no folder can be made', async () => {
    expect(await refused('backup', '/proc/plumbline/backup', '--data', data)).toContain('cannot be written')
  })
})

describe('a folder that a command must not write into', () => {
  const [other, foreign, backup] = [at('other'), at('foreign'), at('of-one')]
  const inThem = () => Promise.all([contents(backup), contents(foreign)])
  let before: Awaited<ReturnType<typeof inThem>>

  beforeAll(async () => {
    await done('import', 'csv', at('more.csv'), '--data', other)
    await done('backup', backup, '--data', data)
    await mkdir(foreign)
    await writeFile(join(foreign, 'thesis.doc'), 'my life')
    before = await inThem()
  })

  /** All but the command and its options is below the folder of these tests. */
  const placed = (word: string, index: number) => (index === 0 || word.startsWith('--') ? word : at(word))

  it.each([
    ['backup data --data data', 'lost together'],
    ['backup data/inside --data data', 'lost together'],
    ['backup foreign --data data', 'is no backup'],
    ['backup deals.csv --data data', 'is a file'],
    ['backup of-one --data other', 'backup of other data'],
    ['backup nobody --data nothing-here', 'no data folder'],
    ['backup foreign --verify', 'no backup'],
    ['restore foreign --data new', 'no backup'],
    ['restore of-one --data data', 'not empty'],
    ['restore of-one --data of-one/inside', 'lost together'],
    ['doctor --data of-one', 'is a backup'],
    ['rebuild --data of-one', 'is a backup'],
  ])('is refused, and nothing there is touched: %s', async (command, why) => {
    expect(await refused(...command.split(' ').map(placed))).toContain(why)
    expect(await inThem()).toEqual(before)
  })
})

describe('plumbline repair', () => {
  const now = async (copy: string) => ({ landing: await contents(join(copy, 'landing')), rows: await rows(copy) })
  let whole: Awaited<ReturnType<typeof now>>

  /** Two imports, of which the second names people whom the first brought. */
  beforeAll(async () => {
    await cp(data, at('both'), { recursive: true })
    await done('import', 'csv', at('more.csv'), '--data', at('both'))
    whole = await now(at('both'))
  })

  async function spoilt(name: string, kind: string, spoil: (path: string) => Promise<unknown>): Promise<string> {
    await cp(at('both'), at(name), { recursive: true })
    for (const path of await segmentsOf(at(name), kind)) await spoil(path)
    expect(await done('rebuild', '--data', at(name))).toMatch(/^total /m)
    return at(name)
  }

  it.each([
    ['deleted', 'deal', (path: string) => rm(path)],
    ['emptied', 'owner', (path: string) => writeFile(path, '')],
    ['made a folder', 'deal', (path: string) => rm(path).then(() => mkdir(path))],
  ])('makes segments again that were %s from the kept originals, byte for byte', async (how, kind, spoil) => {
    const copy = await spoilt(`original ${how}`, kind, spoil)
    expect(await done('repair', '--data', copy)).toContain('made again from the original')
    const after = await now(copy)
    expect(after.rows).toEqual(whole.rows)
    for (const [file, content] of whole.landing) expect([file, after.landing.get(file)]).toEqual([file, content])
    expect(await done('repair', '--data', copy)).toContain('Nothing is damaged')
  })

  it('holds for what was taken back, and for what was read anew since, as do backup and restore', async () => {
    const [copy, restored] = [at('taken back'), at('taken back, restored')]
    await cp(at('both'), copy, { recursive: true })
    expect(await done('import', 'undo', '1', '--data', copy)).toContain('Import 1 (deals.csv) was taken back.')
    expect((await now(copy)).rows).not.toEqual(whole.rows)
    expect(await done('import', 'list', '--data', copy)).toMatch(
      / 2 .*more\.csv +1 deal +yes\n.* 1 .*deals\.csv +2 deals +taken back/,
    )
    expect(await done('doctor', '--data', copy)).toMatch(/undone +import 1 of .*deals\.csv/)
    expect(await refused('import', 'undo', '1', '--data', copy)).toContain('has been taken back already')
    expect(await writesIn(copy)).toContainEqual(expect.objectContaining({ what: 'import undo', number: 1 }))
    const before = await now(copy)

    await done('backup', at('of taken back'), '--data', copy)
    await done('restore', at('of taken back'), '--data', restored)
    expect(await now(restored)).toEqual(before)
    for (const path of [...(await segmentsOf(restored, 'deal')), ...(await segmentsOf(restored, 'owner'))])
      await rm(path)
    expect((await plumbline('doctor', '--data', restored)).code).toBe(1)
    await done('repair', '--data', restored)
    expect(await now(restored)).toEqual(before)

    await done('import', 'redo', '1', '--data', restored)
    expect((await now(restored)).rows).toEqual(whole.rows)
  })

  it('puts segments, originals and records back from a backup', async () => {
    const copy = at('from-backup')
    await cp(at('both'), copy, { recursive: true })
    await done('backup', at('for-repair'), '--data', copy)
    for (const part of ['segments', 'files']) {
      for (const name of await readdir(join(copy, 'landing', part)))
        await appendFile(join(copy, 'landing', part, name), 'x')
    }
    await writeFile(join(copy, 'landing/batches/00000002.json'), '{')
    expect((await plumbline('doctor', '--data', copy)).stdout).toContain('files/')
    const alone = await plumbline('repair', '--data', copy)
    expect([alone.code, alone.stderr]).toEqual([1, expect.stringContaining('is not whole either')])
    const mended = await plumbline('repair', '--from', at('for-repair'), '--data', copy)
    expect([mended.code, mended.stderr]).toEqual([0, ''])
    expect(mended.stdout).toContain('put back from the backup')
    // The damaged record was set aside when it was written again.
    await rm(join(copy, 'landing/set-aside'), { recursive: true })
    expect(await now(copy)).toEqual(whole)
  })

  it('says of each segment why it cannot be repaired, and changes nothing', async () => {
    const copy = await spoilt('without originals', 'deal', (path) => writeFile(path, ''))
    await rm(join(copy, 'landing/files'), { recursive: true })
    const end = await plumbline('repair', '--data', copy)
    expect([end.code, end.stderr]).toEqual([1, expect.stringMatching(/^(.*cannot be repaired: .*\.\n)+$/)])
    for (const path of await segmentsOf(copy, 'deal')) expect(await readFile(path, 'utf8')).toBe('')
  })

  it('refuses what is no backup', async () => {
    expect(await refused('repair', '--from', at('deals.csv'), '--data', data)).toContain('no backup')
    expect(await refused('repair', '--data', at('nowhere'))).toContain('no data folder')
  })
})

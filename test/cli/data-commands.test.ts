import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentOf } from '../../src/answer/index.ts'
import { plumbline } from './in-process.ts'
import { plumbline as asProcess, isRefused, temporaryFolder } from './plumbline.ts'

const deals = `Deal Name,Deal Owner,Pipeline,Deal Stage,Amount,Create Date,Close Date
Roof,Ada Bloom,Sales,Won,1000,2017-01-05,2017-02-01
Wall,Ada Bloom,Sales,Lost,500,2017-01-06,2017-02-02
Door,Ben Cole,Sales,Won,250.50,2017-03-05,2017-04-01
`
const won = ['ask', 'sales/deals-won-and-lost', '--range', '2017-01-01..2017-12-31']

const folder = await temporaryFolder()
const data = ['--data', join(folder.path, 'data')]
afterAll(() => folder[Symbol.asyncDispose]())

beforeAll(async () => {
  await mkdir(join(folder.path, 'files'))
  await writeFile(join(folder.path, 'files', 'deals.csv'), deals)
  const { code, stderr } = await plumbline('import', 'csv', join(folder.path, 'files'), ...data)
  expect(code, stderr).toBe(0)
})

async function writtenDocument() {
  const document = join(folder.path, 'won.json')
  const written = await documentOf('sales/deals-won-and-lost', { range: '2017-01-01..2017-12-31' })
  await writeFile(document, JSON.stringify(written))
  return { document }
}

describe('plumbline ask', () => {
  it('prints an aligned table with a total, and what it means beside it', async () => {
    const { code, stdout, stderr } = await asProcess(...won, '--by', 'owner', ...data)
    expect(code, stderr).toBe(0)
    const [head, , ...rows] = stdout.trimEnd().split('\n')
    expect(head).toMatch(/^Owner +/)
    expect(rows.map((row) => row.split('  ')[0])).toEqual(expect.arrayContaining(['Ada Bloom', 'Ben Cole', 'Total']))
    expect(rows.at(-1)).toContain('1,250.50')
    expect(stderr).toContain('2017')
  })

  it('draws a picture into a file, in the language that was asked for', async () => {
    const file = join(folder.path, 'won.svg')
    const drawn = ['--picture', file, '--theme', 'dark', '--language', 'nl']
    const { code, stdout, stderr } = await plumbline(...won, ...drawn, ...data)
    expect([code, stdout, stderr]).toEqual([0, '', `The picture is in ${file}.\n`])
    expect(await readFile(file, 'utf8')).toMatch(/^<svg .*>Gewonnen en verloren deals</s)
  })

  it('answers a report that is written as a document, as the report that it is of', async () => {
    const { document } = await writtenDocument()
    const asked = await plumbline('ask', '--document', document, '--by', 'owner', '--format', 'csv', ...data)
    expect([asked.code, asked.stderr]).toEqual([0, expect.any(String)])
    const report = await plumbline(...won, '--by', 'owner', '--format', 'csv', ...data)
    expect(asked.stdout).toBe(report.stdout)
  })

  it('prints the answer as JSON alone on stdout', async () => {
    const { stdout } = await asProcess(...won, '--by', 'owner', '--format', 'json', ...data)
    const answer = JSON.parse(stdout)
    expect(answer.report.id).toBe('sales/deals-won-and-lost')
    expect(answer.rows).toHaveLength(2)
  })

  it('prints CSV with a row for each group, and the total when asked', async () => {
    const lines = async (...more: readonly string[]) =>
      (await asProcess(...won, '--format', 'csv', ...more, ...data)).stdout.trimEnd().split(/\r?\n/)
    expect(await lines('--by', 'owner')).toHaveLength(3)
    expect((await lines('--by', 'owner', '--total')).at(-1)).toContain('Total')
    expect(await lines('--by', 'none')).toHaveLength(2)
  })

  it.each([
    ['a person by name', ['--reps', 'ada bloom'], /\$1,000(?![\d,.])/],
    ['a filter on a field', ['--filter', 'amount less-than 400'], /\$250\.50(?!\d)/],
    ['a filter on a field of another record', ['--filter', 'owner.name any-of Ben Cole'], /\$250\.50(?!\d)/],
  ])('understands %s', async (_, options, amount) => {
    const { stdout, stderr } = await plumbline(...won, ...options, ...data)
    expect(stdout.trimEnd().split('\n').at(-1), stderr).toMatch(amount)
  })

  it.each([
    [['ask', 'sales/no-such-report']],
    [['ask']],
    [['ask', '--document', 'no-such-file.json']],
    [['ask', 'sales/deal-funnel', '--tab', 'no-such-tab']],
    [[...won, '--set', 'no_such_setting=1']],
    [[...won, '--reps', 'Nobody']],
    [[...won, '--filter', 'owner.name any-of Ben Kole']],
    [[...won, '--by', 'no_such_field']],
    [[...won, '--filter', 'no_such_field known']],
    [[...won, '--filter', 'amount greater-than many']],
    [['ask', 'sales/deals-won-and-lost', '--range', '2017-01-01']],
    [['ask', 'sales/deals-won-and-lost', '--range', '2017-13-01..2017-12-31']],
    [['ask', 'sales/deals-won-and-lost', '--range', '2017-12-31..2017-01-01']],
  ])('refuses %j in one sentence', async (args) => {
    const end = await plumbline(...args, ...data)
    expect(isRefused(end), JSON.stringify(end)).toBe(true)
  })
})

describe('plumbline settings', () => {
  it('changes a setting, rebuilds, and shows what it is then', async () => {
    const { code, stdout } = await plumbline('settings', '--week-start', 'sunday', ...data)
    expect(code).toBe(0)
    expect(stdout).toMatch(/week starts on +Sunday/)
    expect((await plumbline('settings', ...data)).stdout).toBe(stdout)
  })
})

describe('plumbline rebuild', () => {
  it('gives the same answer as before', async () => {
    const rows = async () => JSON.parse((await plumbline(...won, '--format', 'json', ...data)).stdout).rows
    const before = await rows()
    const { code, stdout } = await plumbline('rebuild', ...data)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^deal +3 /m)
    expect(await rows()).toEqual(before)
  })
})

describe('plumbline doctor', () => {
  it('finds nothing wrong with a sound folder', async () => {
    const { code, stdout } = await plumbline('doctor', ...data)
    expect(stdout).toMatch(/^wrong +nothing$/m)
    expect(stdout).toMatch(/^records .*/m)
    expect(code).toBe(0)
  })

  it('names a landed file that was changed by hand, and fails', async () => {
    const landing = join(folder.path, 'data', 'landing')
    const [segment] = (await readdir(landing, { recursive: true })).filter((file) => /\.(zst|parquet)$/.test(file))
    await writeFile(join(landing, String(segment)), 'not what was landed')
    const { code, stdout } = await plumbline('doctor', ...data)
    expect(stdout).toContain('checksum')
    expect(code).toBe(1)
  })
})

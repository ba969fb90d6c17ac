import { access, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDataFolder } from '../../data-folder.ts'
import type { Effects } from '../../effects.ts'
import type { LoadReport } from '../../engine/index.ts'
import { withFiles } from '../../sources/csv/files.fixture.ts'
import { printedImport } from '../print/import-print.ts'
import { type ImportOptions, importCsv } from './import.ts'

const effects: Effects = { now: () => Temporal.Instant.from('2024-06-01T12:00:00Z'), log: () => {} }

const deals = `Deal ID;Deal name;Deal owner;Company;Stage;Amount;Created;Closed
1;Roof;Ann Lee;Acme;Closed won;"1.250,50 €";13.01.2024;01.02.2024
2;Wall;Bob Kok;Zed;Closed lost;"900,00 €";14.01.2024;02.02.2024
3;Door;Ann Lee;Acme;Talking;"70,00 €";15.01.2024;
`

const importing = (folder: string, options: Partial<ImportOptions> = {}) =>
  importCsv([join(folder, 'deals.csv')], { data: join(folder, 'data'), ...options }, effects, () => {})

const counts = (reports: readonly LoadReport[], stream: string) => {
  const [report] = reports.filter((one) => one.stream === stream)
  return report && [report.inserted, report.updated, report.unchanged, report.quarantined]
}

const dealsWithNames = `
  SELECT d.name, o.name, c.name, s.label, s.is_won::VARCHAR, d.amount::VARCHAR, d.created_on::VARCHAR, d.closed_on::VARCHAR
  FROM deal d JOIN owner o ON o.id = d.owner_id JOIN company c ON c.id = d.company_id JOIN stage s ON s.id = d.stage_id
  ORDER BY d.id`
const stagesOfWall = `SELECT stage_id, entered_on::VARCHAR FROM stage_visit WHERE deal_id = '2'`

async function asked(folder: string, sql: string) {
  const data = await openDataFolder(join(folder, 'data'), effects)
  try {
    return (await data.warehouse.run({ sql, values: [], columns: [] })).rows
  } finally {
    await data.close()
  }
}

describe('importing a CSV file', () => {
  it('makes records, changes nothing the second time, and updates from an updated file', async () => {
    await withFiles({ 'deals.csv': deals }, async (folder) => {
      const first = await importing(folder, { timeZone: 'Europe/Amsterdam' })
      expect(counts(first.loaded, 'deal')).toEqual([3, 0, 0, 0])
      expect(first.imported.account).toMatchObject({ timeZone: 'Europe/Amsterdam', currency: 'EUR' })

      const again = await importing(folder)
      expect(again.loaded.reduce((sum, report) => sum + report.read, 0)).toBe(0)
      expect(printedImport(again)).toContain('Nothing changed: all of it was imported before.')
      await expect(importing(folder, { timeZone: 'UTC' })).rejects.toMatchObject({ code: 'csv-account-settled' })

      const reopened = deals.replace('Zed;Closed lost', 'Zed;Talking').concat('4;Gate;Cid;Acme;Talking;;16.01.2024;\n')
      await writeFile(join(folder, 'deals.csv'), reopened)
      const { loaded } = await importing(folder)
      expect(counts(loaded, 'deal')).toEqual([1, 1, 2, 0])
      expect(await asked(folder, dealsWithNames)).toEqual([
        ['Roof', 'Ann Lee', 'Acme', 'Closed won', 'true', '1250.5000', '2024-01-13', '2024-02-01'],
        ['Wall', 'Bob Kok', 'Zed', 'Talking', 'false', '900.0000', '2024-01-14', '2024-02-02'],
        ['Door', 'Ann Lee', 'Acme', 'Talking', 'false', '70.0000', '2024-01-15', null],
        ['Gate', 'Cid', 'Acme', 'Talking', 'false', null, '2024-01-16', null],
      ])
      expect(await asked(folder, stagesOfWall)).toEqual([['sales-pipeline.talking', '2024-01-14']])
    })
  })

  it('puts unreadable rows aside with line and reason, and a refused file changes nothing', async () => {
    const broken = deals
      .replace('15.01.2024', '35.01.2024')
      .concat('4;Gate\n5;Hut;Ann Lee;Acme;Talking;5,00 €;17.01.2024;\n')
    await withFiles({ 'deals.csv': broken }, async (folder) => {
      const { loaded, quarantined } = await importing(folder)
      expect(counts(loaded, 'deal')).toEqual([3, 0, 0, 2])
      expect(quarantined.map(({ origin, line }) => [origin, line])).toEqual([
        ['deals.csv', 4],
        ['deals.csv', 5],
      ])
      expect(quarantined[0]?.reason).toContain('35.01.2024')
      expect(quarantined[1]?.reason).toBe('The row has 2 cells, the header has 8.')

      const before = await readdir(join(folder, 'data'), { recursive: true })
      await expect(importing(folder, { map: join(folder, 'none.json') })).rejects.toMatchObject({
        code: 'csv-mapping-missing',
      })
      await writeFile(join(folder, 'deals.csv'), `${deals}4;Ga`)
      await expect(importing(folder)).rejects.toMatchObject({ code: 'csv-cut-off' })
      expect(await readdir(join(folder, 'data'), { recursive: true })).toEqual(before)
    })
  })

  it('does not even make the folder when the file is refused', async () => {
    await withFiles({ 'deals.csv': 'a,a\n1,2\n' }, async (folder) => {
      await expect(importing(folder)).rejects.toMatchObject({ code: 'csv-column-repeated' })
      await expect(access(join(folder, 'data'))).rejects.toThrow()
    })
  })
})

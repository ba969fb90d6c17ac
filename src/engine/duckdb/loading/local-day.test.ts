import { DuckDBInstance } from '@duckdb/node-api'
import { expect, it } from 'vitest'
import { fc } from '../../../../fixtures/seeded.ts'
import { localDay, startOfDay } from './local-day.ts'

const connection = await (await DuckDBInstance.create(':memory:')).connect()
// As the product has it, whatever the zone of the machine.
await connection.run("SET TimeZone = 'UTC'")
const ask = async (sql: string) => String((await connection.runAndReadAll(`SELECT ${sql}`)).getRows()[0]?.[0])

/** Half hours, days that were skipped, midnights that were skipped, none. */
const zones = ['UTC', 'Europe/Amsterdam', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia']

it.each(zones)('finds the day and its first instant as the calendar of %s has them', (zone) =>
  fc.assert(
    fc.asyncProperty(
      fc.date({ min: new Date('1971-01-01'), max: new Date('2049-01-01'), noInvalidDate: true }),
      async (date) => {
        const local = date.toTemporalInstant().toZonedDateTimeISO(zone)
        const day = local.toPlainDate().toString()
        const start = local.startOfDay().toInstant().toString().replace('T', ' ').replace('Z', '')
        expect(await ask(localDay(`TIMESTAMP '${date.toISOString().replace('Z', '')}'`, zone))).toBe(day)
        expect(await ask(startOfDay(`DATE '${day}'`, zone))).toBe(start)
      },
    ),
    { numRuns: 10 },
  ),
)

it('gives back the day whose first instant it made, also long ago and far ahead', async () => {
  for (const day of ['1800-02-28', '1969-12-31', '2017-10-15', '2150-07-01', '9998-12-30']) {
    const start = await ask(startOfDay(`DATE '${day}'`, 'America/Sao_Paulo'))
    expect(await ask(localDay(`TIMESTAMP '${start}'`, 'America/Sao_Paulo'))).toBe(day)
  }
})

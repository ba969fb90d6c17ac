import { describe, expect, it } from 'vitest'
import type { Landing } from '../../landing/index.ts'
import { crm, type Entity, landed, modelWith } from '../../model/index.ts'
import { toldSample, withSample } from './sample-in-tests.ts'

const checksums = async (landing: Landing): Promise<readonly string[]> =>
  landing.segments().map(({ stream, sha256 }) => `${stream} ${sha256}`)

describe('a sample company', async () => {
  const company = await withSample(7, 0.01, checksums)

  it('is the same for the same seed and day, to the last byte', async () => {
    expect(await withSample(7, 0.01, checksums)).toEqual(company)
  })

  it('is another one for another seed', async () => {
    const other = await withSample(8, 0.01, checksums)
    const unchanged = other.filter((line) => company.includes(line)).map((line) => line.split(' ')[0])
    expect(unchanged).toEqual(['team', 'owner', 'pipeline', 'stage'])
  })
})

describe('the records of a sample company', async () => {
  const { segments, customFields, rows, number } = await toldSample()

  it('have the columns that the model expects', () => {
    const model = modelWith(customFields)
    for (const { stream, columns } of segments) {
      const expected = landed(model[stream] ?? crm[stream]).map((field) => field.name)
      expect(columns.toSorted()).toEqual(expected.toSorted())
    }
  })

  it.each(Object.keys(crm))('have unique ids: %s', async (name) => {
    expect(await number(`SELECT count(*) - count(DISTINCT id) FROM ${name}`)).toBe(0)
    expect(await number(`SELECT count(*) FROM ${name}`)).toBeGreaterThan(0)
  })

  const refs = Object.values(crm).flatMap((entity: Entity) =>
    Object.values(entity.refs).map(({ to, via }) => [entity.name, via, to.name] as const),
  )
  it.each(refs)('refer to what exists: %s.%s', async (from, via, to) => {
    expect(await number(`SELECT count(*) FROM ${from} WHERE ${via} NOT IN (SELECT id FROM ${to})`)).toBe(0)
    expect(await number(`SELECT count(${via}) FROM ${from}`)).toBeGreaterThan(0)
  })

  const listed = Object.values(crm).flatMap((entity: Entity) =>
    landed(entity)
      .filter((field) => field.options)
      .map((field) => [entity.name, field.name, field.options?.map(({ value }) => `'${value}'`).join()] as const),
  )
  it.each(listed)('have only the listed values: %s.%s', async (entity, field, values) => {
    expect(await rows(`SELECT DISTINCT ${field} FROM ${entity} WHERE ${field} NOT IN (${values})`)).toEqual([])
  })

  const remembered = [
    ['deal', 'stage_id'],
    ['deal', 'pipeline_id'],
    ['deal', 'amount_in_currency'],
    ['deal', 'closed_at'],
    ['deal', 'owner_id'],
    ['deal', 'forecast_category'],
    ['contact', 'lifecycle_stage'],
    ['contact', 'owner_id'],
    ['activity', 'task_status'],
    ['owner', 'main_team_id'],
  ] as const
  it.each(remembered)('are as the last line of their history says: %s.%s', async (entity, property) => {
    const last = `SELECT record_id AS id, arg_max_null(value, (changed_at, rank, id)) AS last FROM property_change
      WHERE entity = '${entity}' AND property = '${property}' GROUP BY record_id`
    const same = `CASE property_type WHEN 'TIMESTAMP' THEN last::TIMESTAMPTZ::TIMESTAMP::VARCHAR
      WHEN 'DOUBLE' THEN last::DOUBLE::VARCHAR ELSE last END`
    const wrong = `SELECT count(*) FROM (SELECT ${property} AS current, typeof(${property}) AS property_type, last
      FROM ${entity} LEFT JOIN (${last}) USING (id)) WHERE current::VARCHAR IS DISTINCT FROM ${same}`
    expect(await number(wrong)).toBe(0)
  })

  it.each(['deal', 'contact', 'activity'])(
    'have no history before they came or after the end day: %s',
    async (entity) => {
      const strange = `SELECT count(*) FROM property_change AS c JOIN ${entity} AS r ON r.id = c.record_id
      WHERE c.entity = '${entity}' AND (c.changed_at < r.created_at OR c.changed_at >= TIMESTAMP '2026-06-30 22:00')`
      expect(await number(strange)).toBe(0)
    },
  )

  it('have history that says nothing twice', async () => {
    const repeated = `SELECT count(*) FROM (SELECT value, lag(value) OVER w AS before, row_number() OVER w AS k FROM property_change
      WINDOW w AS (PARTITION BY entity, record_id, property ORDER BY changed_at, rank, id)) WHERE k > 1 AND value IS NOT DISTINCT FROM before`
    expect(await number(repeated)).toBe(0)
  })

  it('close at the moment of entering the closed stage', async () => {
    const entered = `SELECT record_id AS id, max(changed_at) AS entered_at FROM property_change
      WHERE entity = 'deal' AND property = 'stage_id' GROUP BY record_id`
    const closed = `FROM deal JOIN stage ON stage.id = deal.stage_id JOIN (${entered}) AS last ON last.id = deal.id WHERE is_closed`
    expect(await number(`SELECT count(*) ${closed} AND deal.closed_at IS DISTINCT FROM entered_at`)).toBe(0)
    expect(await number(`SELECT count(*) ${closed}`)).toBeGreaterThan(400)
  })

  it('have a stage of their own pipeline', async () => {
    const strange = `FROM deal JOIN stage ON stage.id = deal.stage_id WHERE stage.pipeline_id <> deal.pipeline_id`
    expect(await number(`SELECT count(*) ${strange}`)).toBe(0)
  })

  it('belong to nobody who came after them', async () => {
    const later = `SELECT count(*) FROM deal
      LEFT JOIN contact ON contact.id = contact_id LEFT JOIN company ON company.id = deal.company_id
      WHERE contact.created_at > deal.created_at OR company.created_at > deal.created_at`
    expect(await number(later)).toBe(0)
  })
})

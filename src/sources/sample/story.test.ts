import { describe, expect, it } from 'vitest'
import { toldSample } from './sample-in-tests.ts'

const local = (instant: string): string => `(${instant} AT TIME ZONE 'UTC') AT TIME ZONE 'Europe/Amsterdam'`

const stageSteps = `
  SELECT c.record_id, stage.*, lag(display_order) OVER step AS order_before, lag(is_closed) OVER step AS closed_before
  FROM property_change AS c JOIN stage ON stage.id = c.value
  WHERE c.entity = 'deal' AND c.property = 'stage_id'
  WINDOW step AS (PARTITION BY record_id ORDER BY changed_at, rank)`

describe('the story of a sample company', async () => {
  const { rows, number } = await toldSample()
  const share = (what: string, of: string) => number(`SELECT avg((${what})::INTEGER) FROM ${of}`)
  const between = (value: number, least: number, most: number) => {
    expect(value).toBeGreaterThanOrEqual(least)
    expect(value).toBeLessThanOrEqual(most)
  }

  it('has a believable win rate', async () => {
    between(await share('is_won', 'deal JOIN stage ON stage.id = stage_id WHERE is_closed'), 0.15, 0.4)
  })

  it('has one team that slips its close dates more than any other', async () => {
    const pushes = `SELECT record_id, count(*) - 1 AS pushes FROM property_change
      WHERE entity = 'deal' AND property = 'closed_at' AND value::TIMESTAMPTZ::TIMESTAMP <> changed_at GROUP BY record_id`
    const [first, second] =
      await rows(`SELECT main_team_id, avg(pushes) FROM (${pushes}) JOIN deal ON deal.id = record_id
      JOIN owner ON owner.id = owner_id GROUP BY main_team_id HAVING count(*) > 25 ORDER BY 2 DESC`)
    expect(first?.[0]).toBe('team-nordics')
    expect(Number(first?.[1])).toBeGreaterThan(1.5 * Number(second?.[1]))
  })

  it.each([
    ['skip stages', 'display_order > order_before + 1 AND NOT is_closed'],
    ['go back', 'display_order < order_before AND NOT closed_before'],
    ['are opened again', 'closed_before AND NOT is_closed'],
  ])('has deals that %s', async (_, what) => {
    const deals = await number(`SELECT count(DISTINCT record_id) FROM (${stageSteps}) WHERE ${what}`)
    between(deals / (await number('SELECT count(*) FROM deal')), 0.005, 0.5)
  })

  it.each([
    ['deal', 'amount_in_currency'],
    ['deal', 'owner_id'],
    ['deal', 'company_id'],
    ['deal', 'type'],
    ['contact', 'email'],
    ['activity', 'owner_id'],
    ['company', 'annual_revenue'],
  ])('has missing values: %s.%s', async (entity, field) => {
    between(await share(`${field} IS NULL`, entity), 0.003, 0.4)
  })

  it('has closed deals without a reason', async () => {
    const lost = 'deal JOIN stage ON stage.id = stage_id WHERE is_closed AND NOT is_won'
    between(await share('closed_lost_reason IS NULL', lost), 0.05, 0.3)
  })

  it('has two currencies, each with a rate for every day', async () => {
    expect(await rows('SELECT currency FROM deal GROUP BY 1 ORDER BY 1')).toEqual([['EUR'], ['USD']])
    const first = 'SELECT currency, min(valid_from_on) AS first FROM exchange_rate GROUP BY currency'
    const before = `SELECT count(*) FROM (${first}) WHERE first > (SELECT min(created_at) FROM deal)`
    expect(await number(before)).toBe(0)
  })

  it('has people who left, and people who changed their team', async () => {
    expect(await number('SELECT count(*) FROM owner WHERE NOT active')).toBeGreaterThan(3)
    const moved = `SELECT record_id FROM property_change WHERE entity = 'owner' GROUP BY record_id HAVING count(*) > 1`
    expect(await number(`SELECT count(*) FROM (${moved})`)).toBeGreaterThan(1)
  })

  it('has deals that changed hands', async () => {
    const handed = `SELECT record_id FROM property_change
      WHERE entity = 'deal' AND property = 'owner_id' GROUP BY record_id HAVING count(*) > 1`
    between((await number(`SELECT count(*) FROM (${handed})`)) / (await number('SELECT count(*) FROM deal')), 0.03, 0.3)
  })

  it('has calls on working days, between nine and midnight', async () => {
    const time = local('occurred_at')
    expect(await share(`isodow(${time}) <= 5 AND hour(${time}) >= 9`, `activity WHERE type = 'CALL'`)).toBeGreaterThan(
      0.99,
    )
  })

  it('has activities in the hour that comes twice when the clocks go back', async () => {
    const night = `activity WHERE created_at >= TIMESTAMP '2025-10-26 00:00' AND created_at < TIMESTAMP '2025-10-26 02:00'`
    expect(await rows(`SELECT DISTINCT hour(${local('created_at')}) FROM ${night}`)).toEqual([['2']])
  })

  it('has quiet summers and ends of the year', async () => {
    const [summer, december, others] = ['7, 8', '12', '2, 3, 5, 6, 9, 10, 11'].map((months) =>
      number(`SELECT count(*) / count(DISTINCT date_trunc('month', occurred_at)) FROM activity
        WHERE occurred_at BETWEEN TIMESTAMP '2024-01-01' AND TIMESTAMP '2025-12-31' AND month(occurred_at) IN (${months})`),
    )
    expect(await summer).toBeLessThan(0.85 * Number(await others))
    expect(await december).toBeLessThan(0.85 * Number(await others))
  })

  it('knows the future only as plans', async () => {
    const plans = `FROM activity WHERE occurred_at >= TIMESTAMP '2026-07-01'`
    expect(await rows(`SELECT DISTINCT type ${plans} ORDER BY 1`)).toEqual([['MEETING'], ['TASK']])
    expect(await rows(`SELECT DISTINCT meeting_outcome ${plans} AND type = 'MEETING'`)).toEqual([['SCHEDULED']])
  })

  it('writes to nobody who exists', async () => {
    expect(
      await number(
        `SELECT count(*) FROM contact WHERE email NOT LIKE '%.example' OR NOT regexp_matches(email, '^[ -~]+$')`,
      ),
    ).toBe(0)
  })
})

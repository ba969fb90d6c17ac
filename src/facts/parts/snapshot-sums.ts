import type { Bind, Uses } from '../fact.ts'
import { forecastCategoryThen } from './forecast-category.ts'
import { type Snapshots, stateMarks } from './snapshot-rows.ts'
import { statesAsKnown } from './state-known.ts'

/** What the category of a deal follows from, besides its own. */
const mappedBy = ['stage_id', 'is_stage_hindsight']

/** What a group of deals can be told apart by, and how a state of a deal says it. */
const dimensions = (band: string): Readonly<Record<string, string>> => ({
  stage_id: 's.stage_id',
  owner_id: 's.owner_id',
  pipeline_id: 's.pipeline_id',
  is_closed: 's.is_closed',
  amount_band: band,
  forecast_category: 's.forecast_category',
  ...stateMarks,
})

/**
 * How many deals stood where at the end of each day, and with how much: what came in so far less what went out again.
 * Every state is read twice, however many days are asked for.
 */
export function snapshotSums(
  { days: moments, pipeline, known }: Snapshots,
  bind: Bind,
  uses: Uses,
  band: string,
): string {
  const days = moments.map((on) => bind(on, 'day'))
  const open = pipeline === null ? '' : `AND NOT s.is_closed AND s.pipeline_id = ${bind(pipeline, 'id')}`
  const byCategory = uses('forecast_category')
  const used = Object.entries(dimensions(band)).filter(
    ([name]) => uses(name) || (byCategory && mappedBy.includes(name)),
  )
  const names = used.map(([name]) => name)
  const moved = (on: string, sign: string) => `
        SELECT ${[`s.${on} AS moved_on`, ...used.map(([name, sql]) => `${sql} AS ${name}`)].join(', ')},
          ${sign}count(*) AS n, ${sign}coalesce(sum(s.amount), 0) AS total
        FROM ${statesAsKnown(known)} AS s
        WHERE s.${on} <= ${days.at(-1)} AND s.valid_until_on IS DISTINCT FROM s.valid_from_on ${open}
        GROUP BY ${[`s.${on}`, ...used.map(([, sql]) => sql)].join(', ')}`
  const shown = names.map((name) =>
    name === 'forecast_category'
      ? ([name, forecastCategoryThen('m', 'stage')] as const)
      : ([name, `m.${name}`] as const),
  )
  return `
    SELECT ${['day.snapshot_on', ...shown.map(([name, sql]) => `${sql} AS ${name}`)].join(', ')}, sum(m.n) AS n, sum(m.total) AS total
    FROM (
      SELECT ${['first_on', ...names].join(', ')}, sum(n) AS n, sum(total) AS total
      FROM (
        SELECT CASE ${days.map((on) => `WHEN moved_on <= ${on} THEN ${on}`).join(' ')} END AS first_on,
          ${[...names, 'n', 'total'].join(', ')}
        FROM (${moved('valid_from_on', '')}
          UNION ALL ${moved('valid_until_on', '-')}
        ) AS movement
      ) AS placed
      GROUP BY ${['first_on', ...names].join(', ')}
    ) AS m
    JOIN (${days.map((on) => `SELECT ${on} AS snapshot_on`).join(' UNION ALL ')}) AS day ON m.first_on <= day.snapshot_on
    ${byCategory ? 'LEFT JOIN stage ON stage.id = m.stage_id' : ''}
    GROUP BY ${['day.snapshot_on', ...shown.map(([, sql]) => sql)].join(', ')} HAVING sum(m.n) <> 0`
}

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bicycles, type Files, withFiles } from './files.fixture.ts'
import { importSeen, lookAt } from './import.ts'
import { memoryLanding } from './memory-landing.fixture.ts'

async function imported(files: Files) {
  const to = memoryLanding()
  await withFiles(files, async (folder) =>
    importSeen(
      await lookAt([folder], () => {}),
      { map: null, account: {} },
      { landing: to.landing, known: async () => [], proposalFile: join(folder, 'map.json'), progress: () => {} },
    ),
  )
  return to
}

const kept = (rows: readonly object[], ...columns: readonly string[]) =>
  rows.map((row) => columns.map((column) => (row as Readonly<Record<string, unknown>>)[column] ?? null))

describe('a file of goals', async () => {
  const quotas = `sales_agent,team,start,end,quota
Ida Berg,,2024-01-01,2024-01-31,"12,000"
Ida Berg,,2024-02-01,2024-02-29,"13,000"
,Mona Lind,2024-01-01,2024-03-31,"50,000"
`
  const { rows } = await imported({ ...bicycles, 'quotas.csv': quotas })

  it('finds people and teams by their names', () => {
    expect(kept(rows('goal'), 'owner_id', 'team_id', 'starts_on', 'ends_on', 'amount')).toEqual([
      ['ida-berg', null, '2024-01-01', '2024-01-31', '12000'],
      ['ida-berg', null, '2024-02-01', '2024-02-29', '13000'],
      [null, 'north.mona-lind', '2024-01-01', '2024-03-31', '50000'],
    ])
  })

  it('changes the goals of before when it is imported with other amounts', async () => {
    const again = await imported({ ...bicycles, 'quotas.csv': quotas.replace('13,000', '14,000') })
    expect(kept(again.rows('goal'), 'id')).toEqual(kept(rows('goal'), 'id'))
  })
})

it('reads a file of submitted forecasts', async () => {
  const { rows } = await imported({
    ...bicycles,
    'forecasts.csv': `Owner,Pipeline,Period start,Period end,Forecast amount,Submitted at,Note
Ida Berg,Bikes,2024-01-01,2024-01-31,9000,2024-01-03 09:00,first
Ida Berg,Bikes,2024-01-01,2024-01-31,9500,2024-01-15 09:00,
`,
  })
  expect(kept(rows('forecast_submission'), 'owner_id', 'pipeline_id', 'period_ends_on', 'amount', 'note')).toEqual([
    ['ida-berg', 'bikes', '2024-01-31', '9000', 'first'],
    ['ida-berg', 'bikes', '2024-01-31', '9500', null],
  ])
})

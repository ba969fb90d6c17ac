import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { salesStages, table } from '../../reports/example.ts'

const folder = await exampleFolder({
  stage: salesStages,
  deal: table`
    id       | stage_id    | pipeline_id | created_at
    repeated | contract    | sales       | 2024-01-01T09:00:00Z
    moved    | contract    | sales       | 2024-01-01T09:00:00Z
    closed   | won         | sales       | 2024-01-01T09:00:00Z
    first    | won         | sales       | 2024-01-01T09:00:00Z
    blank    | won         | sales       | 2024-01-01T09:00:00Z
    undated  | contract    | sales       |
    same-day | won         | sales       | 2024-01-01T09:00:00Z
    late     | won         | sales       | 2024-01-01T09:00:00Z
    backward | won         | sales       | 2024-01-01T09:00:00Z
    gap      | won         | sales       | 2024-01-01T09:00:00Z
    cleared  |             | sales       | 2024-01-01T09:00:00Z
  `,
  property_change: table`
    id | entity | record_id | property | value       | changed_at           | seen_at              | rank | value_before | origin
    1  | deal   | repeated  | stage_id | contract    | 2024-01-31T20:00:00Z | 2024-01-31T20:00:00Z |      |              | inferred
    2  | deal   | repeated  | stage_id | contract    | 2024-02-28T20:00:00Z | 2024-02-28T20:00:00Z |      |              | inferred
    3  | deal   | moved     | stage_id | contract    | 2024-02-28T20:00:00Z | 2024-02-28T20:00:00Z |      |              | inferred
    4  | deal   | moved     | stage_id | appointment | 2024-01-31T20:00:00Z | 2024-01-31T20:00:00Z |      |              | inferred
    5  | deal   | closed    | stage_id | contract    | 2024-01-31T20:00:00Z | 2024-01-31T20:00:00Z |      |              | inferred
    6  | deal   | closed    | stage_id | won         | 2024-02-10T23:00:00Z | 2024-02-28T20:00:00Z | 1    | appointment  | inferred
    7  | deal   | first     | stage_id | won         | 2024-02-10T23:00:00Z | 2024-02-28T20:00:00Z | 1    | appointment  | inferred
    8  | deal   | blank     | stage_id | won         | 2024-02-10T23:00:00Z | 2024-02-28T20:00:00Z | 1    |              | inferred
    9  | deal   | undated   | stage_id | contract    | 2024-01-31T20:00:00Z | 2024-01-31T20:00:00Z |      |              | inferred
    10 | deal   | same-day  | stage_id | appointment | 2024-01-01T09:00:00Z |                      |      |              |
    11 | deal   | same-day  | stage_id | contract    | 2024-01-31T08:00:00Z |                      |      |              |
    12 | deal   | same-day  | stage_id | won         | 2024-01-31T10:00:00Z |                      |      |              |
    13 | deal   | same-day  | stage_id | contract    | 2024-01-31T20:00:00Z | 2024-01-31T20:00:00Z |      |              | inferred
    14 | deal   | late      | stage_id | contract    | 2024-02-11T10:00:00Z |                      |      |              |
    15 | deal   | late      | stage_id | won         | 2024-02-10T23:00:00Z | 2024-02-28T20:00:00Z | 1    | appointment  | inferred
    16 | deal   | backward  | stage_id | contract    | 2024-01-31T20:00:00Z | 2024-01-31T20:00:00Z |      |              | inferred
    17 | deal   | backward  | stage_id | won         | 2024-01-20T23:00:00Z | 2024-02-28T20:00:00Z | 1    | appointment  | inferred
    18 | deal   | gap       | stage_id | appointment | 2024-01-31T20:00:00Z | 2024-01-31T20:00:00Z |      |              | inferred
    19 | deal   | gap       | stage_id | contract    | 2024-02-05T08:00:00Z |                      | -9   |              |
    20 | deal   | gap       | stage_id | won         | 2024-02-05T08:00:00Z |                      | 1    |              |
    21 | deal   | cleared   | stage_id | contract    | 2024-01-31T20:00:00Z | 2024-01-31T20:00:00Z |      |              | inferred
    22 | deal   | cleared   | stage_id |             | 2024-02-28T20:00:00Z | 2024-02-28T20:00:00Z |      |              | inferred
  `,
})
afterAll(folder.remove)

it.each([
  ['adds nothing to what is known', 'repeated', ['contract 2024-01-01']],
  ['has held since the creation, whichever came first', 'moved', ['appointment 2024-01-01', 'contract 2024-02-28']],
  ['closed on the close date', 'closed', ['contract 2024-01-01', 'won 2024-02-11']],
  ['was something else before it closed', 'first', ['appointment 2024-01-01', 'won 2024-02-11']],
  ['was in no known stage before it closed', 'blank', ['won 2024-02-11']],
  ['is the first that is known of a deal without a creation', 'undated', ['contract 2024-01-31']],
  [
    'says nothing where it fits its day',
    'same-day',
    ['appointment 2024-01-01', 'contract 2024-01-31', 'won 2024-01-31'],
  ],
  ['closes after the change of the same day', 'late', ['contract 2024-02-11', 'won 2024-02-11']],
  ['takes back nothing that was seen', 'backward', ['contract 2024-01-01', 'won 2024-02-28']],
  ['stands beside a log that begins later', 'gap', ['appointment 2024-01-01', 'contract 2024-02-05', 'won 2024-02-05']],
  ['may be of nothing', 'cleared', ['contract 2024-01-01']],
])('What was seen %s', async (_, deal, expected) => {
  const { rows } = await folder.data.warehouse.run({
    sql: `SELECT stage_id || ' ' || CAST(entered_on AS VARCHAR) FROM stage_visit WHERE deal_id = $1 ORDER BY ordinal`,
    values: [deal],
    columns: [],
  })
  expect(rows.map(([visit]) => visit)).toEqual(expected)
})

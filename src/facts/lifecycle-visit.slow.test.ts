import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { table } from '../reports/example.ts'

const folder = await exampleFolder({
  contact: table`
    id     | lifecycle_stage | owner_id | created_at
    e      | customer        | ann      | 2024-01-01T09:00:00Z
    silent | lead            |          | 2024-01-01T09:00:00Z
    none   |                 | ann      | 2024-01-01T09:00:00Z
  `,
  property_change: table`
    id | entity  | record_id | property        | value                 | changed_at
    1  | contact | e         | lifecycle_stage | lead                  | 2024-01-05T09:00:00Z
    2  | contact | e         | lifecycle_stage | salesqualifiedlead    | 2024-01-08T09:00:00Z
    3  | contact | e         | lifecycle_stage | marketingqualifiedlead | 2024-01-09T09:00:00Z
    4  | contact | e         | lifecycle_stage | salesqualifiedlead    | 2024-01-10T09:00:00Z
    5  | contact | e         | lifecycle_stage | customer              | 2024-01-20T23:30:00Z
    6  | contact | gone      | lifecycle_stage | lead                  | 2024-01-05T09:00:00Z
  `,
})
afterAll(folder.remove)

it('has one row for each stay of a contact in a lifecycle stage', async () => {
  const { rows } = await folder.data.warehouse.run({
    sql: 'SELECT id, lifecycle_stage, owner_id, entered_on, ordinal_in_stage, is_last FROM lifecycle_visit ORDER BY id',
    values: [],
    columns: [],
  })
  expect(rows).toEqual([
    ['e:1', 'lead', 'ann', '2024-01-05', 1, false],
    ['e:2', 'salesqualifiedlead', 'ann', '2024-01-08', 1, false],
    ['e:3', 'marketingqualifiedlead', 'ann', '2024-01-09', 1, false],
    ['e:4', 'salesqualifiedlead', 'ann', '2024-01-10', 2, false],
    ['e:5', 'customer', 'ann', '2024-01-21', 1, true],
    ['silent:1', 'lead', null, '2024-01-01', 1, true],
  ])
})

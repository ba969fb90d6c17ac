import { describe, expect, it } from 'vitest'
import { type Files, withFiles } from '../files.fixture.ts'
import { importSeen, lookAt } from '../import.ts'
import { memoryLanding } from '../memory-landing.fixture.ts'

const deals = `Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date
006A1,Roof,Ann Lee,Closed Won,500,2024-03-01,2024-01-01
006A2,Wall,Bob Kok,Proposal,900,2024-04-01,2024-01-02
`

async function history(files: Files) {
  const to = memoryLanding()
  const imported = await withFiles(files, async (folder) =>
    importSeen(
      await lookAt([folder], () => {}),
      { map: null, account: {} },
      { landing: to.landing, known: async () => [], proposalFile: `${folder}/csv-mapping.json`, progress: () => {} },
    ),
  )
  const told = to.rows('property_change').filter(({ origin, _reason }) => origin === 'file' || _reason)
  return { to, imported, told }
}

const short = (rows: Awaited<ReturnType<typeof history>>['told']) =>
  rows.map(({ record_id, property, value, changed_at, rank }) => [
    record_id,
    property,
    value,
    changed_at,
    Number(rank) < 0 ? 'before' : rank,
  ])

describe('importing a change log', () => {
  it('reads Salesforce’s field history: stages, owners, amounts and dates, with the value from before the first change', async () => {
    const { told, imported } = await history({
      'deals.csv': deals,
      'OpportunityFieldHistory.csv': `Id,OpportunityId,CreatedById,CreatedDate,Field,OldValue,NewValue
h1,006A1,Ann Lee,2024-01-01T09:00:00.000+0000,created,,
h2,006A1,Ann Lee,2024-01-10T09:00:00.000+0000,StageName,Prospecting,Proposal
h3,006A1,Robot,2024-01-12T09:00:00.000+0000,Amount,400.0,500.0
h4,006A1,Ann Lee,2024-01-13T09:00:00.000+0000,CloseDate,2024-02-01,2024-03-01
h5,006A1,Ann Lee,2024-02-01T09:00:00.000+0000,Owner,Bob Kok,Ann Lee
h6,006A1,Ann Lee,2024-02-01T09:00:00.000+0000,Owner,005000000000B1,005000000000A1
h7,006A1,Ann Lee,2024-03-01T09:00:00.000+0000,StageName,Proposal,Closed Won
h8,006A2,Ann Lee,2024-01-20T09:00:00.000+0000,ForecastCategoryName,Pipeline,Best Case
`,
    })
    expect(imported.mapping.files['OpportunityFieldHistory.csv']).toEqual({
      records: 'property_change',
      columns: {
        Id: 'id',
        OpportunityId: 'record_id',
        CreatedById: 'changed_by',
        CreatedDate: 'changed_at',
        Field: 'property',
        OldValue: 'old_value',
        NewValue: 'value',
      },
      always: { entity: 'deal' },
    })
    expect(short(told)).toEqual([
      ['006A1', 'stage_id', 'sales-pipeline.prospecting', '2024-01-10T09:00:00Z', 'before'],
      ['006A1', 'stage_id', 'sales-pipeline.proposal', '2024-01-10T09:00:00Z', 1],
      ['006A1', 'amount_in_currency', '400.0', '2024-01-12T09:00:00Z', 'before'],
      ['006A1', 'amount_in_currency', '500.0', '2024-01-12T09:00:00Z', 1],
      ['006A1', 'closed_at', '2024-02-01', '2024-01-13T09:00:00Z', 'before'],
      ['006A1', 'closed_at', '2024-03-01', '2024-01-13T09:00:00Z', 1],
      ['006A1', 'owner_id', 'bob-kok', '2024-02-01T09:00:00Z', 'before'],
      ['006A1', 'owner_id', 'ann-lee', '2024-02-01T09:00:00Z', 1],
      ['006A1', 'owner_id', '005000000000A1', '2024-02-01T09:00:00Z', 0],
      ['006A1', 'stage_id', 'sales-pipeline.closed-won', '2024-03-01T09:00:00Z', 1],
      ['006A2', 'forecast_category', 'PIPELINE', '2024-01-20T09:00:00Z', 'before'],
      ['006A2', 'forecast_category', 'BEST_CASE', '2024-01-20T09:00:00Z', 1],
    ])
    expect(new Set(told.map(({ changed_by }) => changed_by))).toEqual(new Set([undefined, 'ann-lee', 'Robot']))
  })

  it('reads Salesforce’s opportunity history: one row with all values at each change', async () => {
    const { told } = await history({
      'deals.csv': deals,
      'history.csv': `OpportunityId,StageName,Amount,CloseDate,ExpectedRevenue,ForecastCategory,CreatedDate
006A1,Prospecting,400,2024-02-01,40,Omitted,2024-01-01T09:00:00Z
006A1,Closed Won,500,2024-03-01,500,Closed,2024-03-01T09:00:00Z
006A2,Proposal,,2024-04-01,0,Forecast,2024-01-02T09:00:00Z
`,
    })
    expect(short(told).map(([id, property, value]) => [id, property, value])).toEqual([
      ['006A1', 'stage_id', 'sales-pipeline.prospecting'],
      ['006A1', 'amount_in_currency', '400'],
      ['006A1', 'closed_at', '2024-02-01'],
      ['006A1', 'forecast_category', 'OMIT'],
      ['006A1', 'stage_id', 'sales-pipeline.closed-won'],
      ['006A1', 'amount_in_currency', '500'],
      ['006A1', 'closed_at', '2024-03-01'],
      ['006A1', 'forecast_category', 'CLOSED'],
      ['006A2', 'stage_id', 'sales-pipeline.proposal'],
      ['006A2', 'closed_at', '2024-04-01'],
      ['006A2', 'forecast_category', 'COMMIT'],
    ])
  })

  it('reads an audit log of record, state and time, newest first, in the order things happened', async () => {
    const { told } = await history({
      'deals.csv': deals,
      'audit log.csv': `Record,State,Time
Roof,Closed Won,2024-03-01 10:00
Roof,Proposal,2024-02-01 10:00
Roof,Qualification,2024-02-01 10:00
Wall,Proposal,2024-01-05 10:00
`,
    })
    expect(short(told)).toEqual([
      ['006A1', 'stage_id', 'sales-pipeline.closed-won', '2024-03-01T10:00:00Z', 999],
      ['006A1', 'stage_id', 'sales-pipeline.proposal', '2024-02-01T10:00:00Z', 999],
      ['006A1', 'stage_id', 'sales-pipeline.qualification', '2024-02-01T10:00:00Z', 998],
      ['006A2', 'stage_id', 'sales-pipeline.proposal', '2024-01-05T10:00:00Z', 999],
    ])
  })

  it('keeps every change of one minute in its order, also one that comes back to the same value', async () => {
    const { told } = await history({
      'deals.csv': deals,
      'events.csv': `Deal ID,Stage,Timestamp
006A1,Qualification,2024-01-10 09:00
006A2,Qualification,2024-01-10 09:00
006A1,Proposal,2024-01-10 09:00
006A1,Qualification,2024-01-10 09:00
006A1,Proposal,2024-01-11 09:00
`,
    })
    const of = told.filter(({ record_id }) => record_id === '006A1')
    expect(of.map(({ value, rank }) => [value, rank])).toEqual([
      ['sales-pipeline.qualification', 1],
      ['sales-pipeline.proposal', 2],
      ['sales-pipeline.qualification', 3],
      ['sales-pipeline.proposal', 1],
    ])
    expect(new Set(of.map(({ id }) => id)).size).toBe(4)
  })

  it('takes an empty new value for one that was cleared, also where no column tells the old one', async () => {
    const { told } = await history({
      'changes.csv': `Deal ID,Field,New value,Changed at
1,Amount,5,2024-01-01
1,Amount,,2024-01-02
`,
      'states.csv': `Deal ID,Stage,Amount,Changed at
2,Lead,5,2024-01-01
2,Demo,5,2024-01-02
2,Demo,5,2024-01-03
2,Demo,5,2024-01-04
2,Demo,,2024-01-05
`,
      'some.csv': `Deal ID,Stage,Amount,Changed at,Old stage
3,Lead,5,2024-01-01,
3,Demo,,2024-01-02,Lead
`,
    })
    const amounts = told.filter(({ property }) => property === 'amount_in_currency')
    expect(amounts.map(({ record_id, value }) => [record_id, value])).toEqual([
      ['1', '5'],
      ['1', null],
      ['3', '5'],
      ['2', '5'],
      ['2', '5'],
      ['2', '5'],
      ['2', '5'],
      ['2', null],
    ])
  })

  it('reads changes of contacts and tasks', async () => {
    const { told } = await history({
      'contact history.csv': `Contact ID,Property,Old value,New value,Changed at,Changed by
c1,lifecyclestage,Lead,Marketing Qualified Lead,01/31/2024 10:00,Ann Lee
`,
      'task changes.csv': `Task ID,Task Status,Timestamp
t1,Completed,2024-02-01T10:00:00Z
`,
    })
    expect(told.map(({ entity, property, value }) => [entity, property, value])).toEqual([
      ['contact', 'lifecycle_stage', 'lead'],
      ['contact', 'lifecycle_stage', 'marketingqualifiedlead'],
      ['activity', 'task_status', 'COMPLETED'],
    ])
  })

  it('puts rows aside that do not say what, when or of which record', async () => {
    const { told } = await history({
      'changes.csv': `Deal ID,Field,New value,Changed at
,Amount,5,2024-01-01
1,,5,2024-01-01
1,Amount,5,
1,Amount,5,2024-01-01
`,
    })
    expect(told.map(({ _line, _reason }) => [_line, _reason])).toEqual([
      [2, 'The row does not say which record changed.'],
      [3, 'The row does not say what changed.'],
      [4, 'The row does not say when the change was.'],
      [5, undefined],
    ])
  })

  it('takes a list of deals for a list, also where two share an id', async () => {
    const { imported } = await history({
      'deals.csv': `${deals}006A2,Wall,Bob Kok,Proposal,950,2024-04-01,2024-01-02\n`,
    })
    expect(imported.mapping.files['deals.csv']?.records).toBe('deal')
  })
})

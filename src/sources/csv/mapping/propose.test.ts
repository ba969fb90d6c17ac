import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bicycles, type Files, withFiles } from '../files.fixture.ts'
import { lookAt } from '../import.ts'
import { proposal } from './propose.ts'

const proposed = async (files: Files) => {
  const seen = await withFiles(files, (folder) => lookAt([folder], () => {}))
  return proposal(seen, { files: {} }, null).files
}

/** The words of the columns of the only file, properties of its own as `new`. */
const wordsIn = async (header: string, ...rows: readonly string[]) => {
  const [file] = Object.values(await proposed({ 'export.csv': `${[header, ...rows].join('\n')}\n` }))
  const words = Object.entries(file?.columns ?? {}).map(([column, to]) => [column, wordIn(to)])
  return { records: file?.records, ...Object.fromEntries(words) }
}

const wordIn = (to: unknown): unknown => {
  if (typeof to !== 'object' || to === null) return to
  return 'field' in to ? to.field : 'new' in to ? `new ${to.new}` : to
}

describe('a proposal', () => {
  it('needs no hand for four related files', async () => {
    expect(await proposed(bicycles)).toMatchObject({
      'accounts.csv': {
        records: 'company',
        columns: { account: 'name', sector: 'industry', founded: { new: 'number' }, office_location: 'country' },
      },
      'models.csv': { records: 'list', key: 'model', columns: { list_price: { new: 'money', label: 'List price' } } },
      'opportunities.csv': {
        records: 'deal',
        columns: {
          opportunity_id: 'id',
          sales_agent: 'owner',
          model: { new: 'text', list: 'models.csv' },
          account: 'company',
          deal_stage: 'stage',
          engage_date: 'created_at',
          close_date: 'closed_at',
          close_value: 'amount',
        },
        stages: { Prospecting: 'open 33%', Engaging: 'open 67%', Won: 'won', Lost: 'lost' },
      },
      'teams.csv': {
        records: 'owner',
        columns: { sales_agent: 'name', manager: 'team', regional_office: 'parent_team' },
      },
    })
  })

  it('knows the deals of HubSpot', async () => {
    expect(
      await wordsIn(
        'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Associated Company,Associated Company IDs,Forecast category,Closed Lost Reason',
        '901,Big one,Closed Won,Sales Pipeline,1200,2024-03-01 10:00,2024-01-02 09:00,Ann Lee,Acme,77,COMMIT,',
      ),
    ).toEqual({
      records: 'deal',
      'Record ID': 'id',
      'Deal Name': 'name',
      'Deal Stage': 'stage',
      Pipeline: 'pipeline',
      Amount: 'amount',
      'Close Date': 'closed_at',
      'Create Date': 'created_at',
      'Deal owner': 'owner',
      'Associated Company': 'company',
      'Associated Company IDs': 'company_id',
      'Forecast category': 'forecast_category',
      'Closed Lost Reason': 'closed_lost_reason',
    })
  })

  it('knows the opportunities of Salesforce', async () => {
    expect(
      await wordsIn(
        'Opportunity ID,Opportunity Name,Account Name,StageName,Amount,CloseDate,CreatedDate,Opportunity Owner,Lead Source,Probability (%),Type,Region__c',
        '006x,Big one,Acme,Closed Won,"$1,200.00",3/1/2024,1/22/2024,Ann Lee,Web,100%,New,North',
      ),
    ).toMatchObject({
      records: 'deal',
      'Opportunity ID': 'id',
      'Opportunity Name': 'name',
      'Account Name': 'company',
      StageName: 'stage',
      CloseDate: 'closed_at',
      CreatedDate: 'created_at',
      'Opportunity Owner': 'owner',
      'Lead Source': 'original_source',
      'Probability (%)': 'new percent',
      Type: 'type',
      Region__c: 'new text',
    })
  })

  it('knows the deals of Pipedrive, whose status stands beside the stage', async () => {
    expect(
      await wordsIn(
        'Deal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Currency of Value,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Owner,Deal - Expected close date',
        '1,Big one,Acme,1200,EUR,Offer,won,2024-01-02 09:00:00,Ann Lee,2024-03-01',
      ),
    ).toEqual({
      records: 'deal',
      'Deal - ID': 'id',
      'Deal - Title': 'name',
      'Deal - Organization': 'company',
      'Deal - Value': 'amount',
      'Deal - Currency of Value': 'currency',
      'Deal - Stage': 'stage',
      'Deal - Status': 'status',
      'Deal - Deal created': 'created_at',
      'Deal - Owner': 'owner',
      'Deal - Expected close date': 'closed_at',
    })
  })

  it('knows people, companies and activities', async () => {
    expect(
      await wordsIn('First Name,Last Name,Email,Company,Lifecycle Stage', 'Ann,Lee,a@b.example,Acme,Lead'),
    ).toEqual({
      records: 'contact',
      'First Name': 'first_name',
      'Last Name': 'last_name',
      Email: 'email',
      Company: 'company',
      'Lifecycle Stage': 'lifecycle_stage',
    })
    expect(await wordsIn('Company name,Company Domain Name,Industry', 'Acme,acme.example,Retail')).toMatchObject({
      records: 'company',
      'Company name': 'name',
      'Company Domain Name': 'domain',
    })
    expect(await wordsIn('Activity type,Subject,Activity date,Assigned to', 'Call,Hello,2024-01-02,Ann Lee')).toEqual({
      records: 'activity',
      'Activity type': 'type',
      Subject: 'subject',
      'Activity date': 'occurred_at',
      'Assigned to': 'owner',
    })
  })

  it('decides day and month over all columns of a file', async () => {
    const files = await proposed({
      'deals.csv': 'Deal,Stage,Created,Closed\nA,Won,03/04/2024,25/04/2024\nB,Won,05/06/2024,01/07/2024\n',
    })
    expect(files['deals.csv']?.columns).toMatchObject({
      Created: { field: 'created_at', dates: 'day-first?' },
      Closed: { field: 'closed_at', dates: 'day-first' },
    })
  })

  it('types the properties it does not know', async () => {
    const rows = ['A,Won,5,1.5,yes,2024-01-02,007,50%,€ 3,x', 'B,Lost,6,2,no,2024-01-03,008,60%,€ 4,12']
    expect(await wordsIn('Deal,Stage,Amount,score,hot,renewal,code,share,fee,mixed', ...rows)).toMatchObject({
      score: 'new number',
      hot: 'new flag',
      renewal: 'new day',
      code: 'new text',
      share: 'new percent',
      fee: 'new money',
      mixed: 'new text',
    })
  })

  it('keeps what was settled before and adds what is new', async () => {
    const columns = { Deal: 'name', Stage: 'stage', Amount: 'skip' }
    const settled = { files: { 'deals.csv': { records: 'deal', columns, stages: { Done: 'won' } } } } as const
    const files = { 'deals.csv': 'Deal,Stage,Amount,Owner\nA,Done,5,Ann\nB,Talking,6,Bob\n' }
    const seen = await withFiles(files, (folder) => lookAt([join(folder, 'deals.csv')], () => {}))
    expect(proposal(seen, settled, null).files['deals.csv']).toEqual({
      records: 'deal',
      columns: { Deal: 'name', Stage: 'stage', Amount: 'skip', Owner: 'owner' },
      stages: { Talking: 'open 67%', Done: 'won' },
    })
  })

  it('asks what rows are when nothing tells', async () => {
    expect(await proposed({ 'notes.csv': 'alpha,beta\n1,2\n' })).toEqual({
      'notes.csv': { records: '?', columns: { alpha: '?', beta: '?' } },
    })
  })
})

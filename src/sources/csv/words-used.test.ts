import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, withFiles } from './files.fixture.ts'
import { importSeen, lookAt } from './import.ts'
import { memoryLanding } from './memory-landing.fixture.ts'
import { closingIn } from './rows/stages.ts'
import { sectionsOf } from './summary.ts'

async function imported(files: Files) {
  const to = memoryLanding()
  return withFiles(files, async (folder) => {
    const [seen, proposalFile] = [await lookAt([folder], () => {}), join(folder, 'csv-mapping.json')]
    const around = { landing: to.landing, known: async () => [], proposalFile, progress: () => {} }
    const result = await importSeen(seen, { map: null, account: {} }, around)
    return {
      result,
      rows: to.rows,
      check: sectionsOf(result).find(({ title }) => title === 'Please check')?.lines ?? [],
    }
  })
}

describe('a deal', () => {
  it('closes when it was won or lost, and else when that is expected', async () => {
    const { rows, check } = await imported({
      'deals.csv': `Deal - ID,Deal - Title,Deal - Status,Deal - Stage,Deal - Won time,Deal - Lost time,Deal - Expected close date
1,A,won,Offer,2024-03-01,,2024-09-09
2,B,lost,Offer,2024-01-01,2024-04-01,2024-09-09
3,C,open,Offer,,,2024-09-09
4,D,open,Offer,,,
`,
    })
    expect(rows('deal').map(({ closed_at }) => closed_at)).toEqual(['2024-03-01', '2024-04-01', '2024-09-09', null])
    expect(check).toContainEqual(
      `A deal of deals.csv closes when 'Deal - Won time' and 'Deal - Lost time' say; 'Deal - Expected close date' counts where that is empty. Write "Deal - Expected close date": "skip" to leave it out.`,
    )
  })

  it('has the actual amount and date, whatever was estimated', async () => {
    const { rows } = await imported({
      'opportunities.csv': `Topic,Est. Close Date,Actual Close Date,Est. Revenue,Actual Revenue,Status
A,2024-09-09,2024-03-01,500,450,Won
B,2024-09-09,,700,,Open
`,
    })
    expect(rows('deal').map((row) => [row.closed_at, row.amount_in_currency])).toEqual([
      ['2024-03-01', '450'],
      ['2024-09-09', '700'],
    ])
  })

  it.each([
    ['Abgeschlossen und gewonnen', 'won'],
    ['Fermé gagné', 'won'],
    ['Cierre perdido', 'lost'],
    ['Lukket - tabt', 'lost'],
    ['Gesloten (verloren)', 'lost'],
    ['Perdue', 'lost'],
    ['Annulé', 'lost'],
    ['Nicht gewonnen', null],
    ['Termin vereinbart', null],
  ])('in stage %s is %s', (stage, closing) => {
    expect(closingIn(stage)).toBe(closing)
  })

  it('goes through the stages that a product ships in their order', async () => {
    const { result } = await imported({
      'deals.csv': `Deal-Name,Deal-Phase,Betrag
A,Vertrag gesendet,1
B,Termin vereinbart,2
C,Präsentation geplant,3
D,Abgeschlossen und gewonnen,4
`,
    })
    expect(Object.keys(result.plans[0]?.mapping.stages ?? {})).toEqual([
      'Termin vereinbart',
      'Präsentation geplant',
      'Vertrag gesendet',
      'Abgeschlossen und gewonnen',
    ])
  })
})

describe('two columns for one field', () => {
  it('are said, with how to choose the other', async () => {
    const { check } = await imported({
      'deals.csv': 'Deal ID,Deal name,Stage,Amount,Deal value,Seats\n1,A,Won,5,6,7\n2,B,Won,6,7,8\n',
    })
    expect(check.filter((line) => line.includes('could both be'))).toEqual([
      `'Amount' and 'Deal value' in deals.csv could both be the amount: 'Amount' is, and 'Deal value' is a property of its own. Write "Deal value": "amount" and "Amount": "skip" to choose the other.`,
    ])
  })
})

describe('an activity', () => {
  it('is of the type that its language calls it', async () => {
    const { rows } = await imported({
      'aktivitäten.csv': `Aktivitätstyp,Betreff,Fälligkeitsdatum,Zugewiesen an
Anruf,A,2024-03-01,Ann
Besprechung,B,2024-03-02,Bob
`,
    })
    expect(rows('activity').map(({ type }) => type)).toEqual(['CALL', 'MEETING'])
  })
})

describe('what stands below a table', () => {
  const report = `Opportunity ID,Opportunity Name,Stage,Amount,Close Date
1,Roof,Closed Won,"1,200.00",2024-03-01
2,Total Energies,Closed Lost,"300.00",2024-03-02
Total,,,"1,500.00",
Confidential Information - Do Not Distribute
Copyright (c) 2000-2024 salesforce.com inc. All rights reserved.
`
  it('is no record, and is reported', async () => {
    const { rows, result, check } = await imported({ 'report.csv': report })
    expect(rows('deal').map(({ name }) => name)).toEqual(['Roof', 'Total Energies'])
    expect(check).toContainEqual(
      'Line 4 of report.csv was left out as totals (Total, 1,500.00). Where they are records, write "totals": "records" beside the "columns".',
    )
    expect(sectionsOf(result)[0]?.lines[0]).toContain('3 rows of totals, footers or repeated headers left out')
  })

  it('may be a record that is called Total', async () => {
    const { rows } = await imported({
      'accounts.csv': 'Account Name,Industry,Employees\nTotal,Energy,100000\nAcme,Retail,5\n',
    })
    expect(rows('company').map(({ name }) => name)).toEqual(['Total', 'Acme'])
  })
})

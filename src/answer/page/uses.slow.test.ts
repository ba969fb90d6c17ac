import { afterAll, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { salesStages } from '../../reports/example.ts'
import { catalogue } from '../../reports/index.ts'
import { reportPage } from './page.ts'

const folder = await exampleFolder({ stage: salesStages })
afterAll(() => folder.remove())
const asking = folder.asking('2024-02-01')

const usesOf = async (report: string, tab?: string) => (await reportPage(asking, `sales/${report}`, tab)).uses
const tabs = (await catalogue()).flatMap(({ id, tabs }): readonly { readonly id: string; readonly tab?: string }[] =>
  tabs.length === 0 ? [{ id }] : tabs.map(({ key }) => ({ id, tab: key })),
)

it.each(tabs)('names the properties that $id $tab uses', async ({ id, tab }) => {
  const { properties, records } = (await reportPage(asking, id, tab)).uses
  expect(properties.length).toBeGreaterThan(0)
  expect(records.length).toBeGreaterThan(0)
})

it('names what a report of records looks at, and no history', async () => {
  const { properties, history } = await usesOf('deals-won-and-lost')
  expect(properties.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Close date', 'Amount', 'Stage is closed', 'Stage is won']),
  )
  expect(history).toEqual([])
})

it.each([
  ['deal-push-rate', undefined, ['Deal', 'Closes at']],
  ['deal-funnel', 'stages', ['Deal', 'Stage']],
  ['lead-response-time', undefined, ['Contact', 'Owner']],
  ['completed-activities', undefined, ['Activity', 'Task status']],
])('names the history that %s is made from', async (report, tab, [record, label]) => {
  expect((await usesOf(report, tab)).history).toContainEqual({ record, label })
})

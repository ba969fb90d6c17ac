import dealChangeScope, { window } from '../../facts/deal-change-scope.ts'
import { amountChanged, changesMade, dealsChanged } from '../../metrics/deal-changes.ts'
import { type Columns, eq, not } from '../../query/index.ts'
import { rule, type Tab, tab, tabbed } from '../report.ts'
import { allChanges, insideOnly, outsideOnly } from './deal-change-history.example.ts'

const shared = (c: Columns<typeof dealChangeScope>): Omit<Tab, 'key' | 'label' | 'from' | 'rules' | 'example'> => ({
  date: c.changedOn,
  range: 'this-month-so-far',
  measures: [changesMade(), dealsChanged(c), amountChanged(c)],
  by: 'owner',
  breakdown: 'kind',
  chart: { totals: 'stacked-bar', overTime: 'stacked-column', measures: ['changes'], reference: false },
  presentation: { as: 'parts', opens: 'over-time' },
  newest: c.changedAt,
  settings: [window],
})

export default tabbed(
  {
    topic: 'Forecasts & pipelines',
    title: 'Deal change history',
    question: 'What changed on our deals?',
    doc: {
      counts:
        'Changes of stage, amount and close date on the days of the range, and deals that were created. “Inside” are changes of deals whose close date was in the time frame before or after the change, “Outside” all others.',
      leavesOut:
        'What a deal was created with, values that were written again without changing, and the close date that the CRM stamps when a deal is won or lost.',
      reading:
        'Every change is one row of the list, with its old and new value and who made it, if the CRM tells. A move of a close date into the time frame or out of it counts as inside. Owner and pipeline are those of today.',
      doubts: [
        'Inside and outside are told by the close date before and after each change.',
        'Pushed means any move of a close date to a later day; the push rate is another figure.',
      ],
    },
  },
  tab('all', 'All changes', dealChangeScope, (c) => ({ ...shared(c), rules: [], example: allChanges })),
  tab('inside', 'Inside the time frame', dealChangeScope, (c) => ({
    ...shared(c),
    rules: [rule('outside', not(eq(c.scope, 'OUTSIDE')), 'Closes outside the time frame')],
    example: insideOnly,
  })),
  tab('outside', 'Outside the time frame', dealChangeScope, (c) => ({
    ...shared(c),
    rules: [rule('inside', eq(c.scope, 'OUTSIDE'), 'Closes inside the time frame')],
    example: outsideOnly,
  })),
)

import { entity, options, text } from '../model/index.ts'
import dealChange from './deal-change.ts'
import { askedFact } from './fact.ts'
import { daysOf } from './parts/need.ts'
import type { OwnRange } from './parts/setting.ts'

const scopes = options(
  ['INSIDE', 'Inside'],
  ['MOVED_IN', 'Moved in'],
  ['MOVED_OUT', 'Moved out'],
  ['OUTSIDE', 'Outside'],
)

export const window: OwnRange = {
  key: 'window',
  label: 'Time frame of close dates',
  doc: 'The days that a deal should close in to be inside. Unless chosen, the same days as the date range.',
  kind: 'range',
}

const { id: _id, ...fields } = dealChange.fields

/** Each change of a deal, and whether the deal should close within the time frame before and after it. */
const dealChangeScope = askedFact(
  entity('deal_change_scope', {
    rights: 'deal',
    label: 'Deal change',
    plural: 'deal changes',
    doc: 'A change of stage, amount or close date of a deal, or its creation, beside the close dates of a time frame.',
    title: 'deal.name',
    list: [
      'changed_at',
      'deal.name',
      'kind',
      'value_before',
      'value_after',
      'amount_delta',
      'scope',
      'changed_by.name',
      'owner.name',
      'pipeline.label',
    ],
    fields: { ...fields, scope: text('Close date and time frame', { options: scopes }) },
    refs: dealChange.refs,
  }),
  {
    needs: { window: daysOf(window) },
    day: 'changed_on',
    asked: ({ window }, bind) => {
      const within = (closedOn: string) =>
        `coalesce(${closedOn} >= ${bind(window.from, 'day')} AND ${closedOn} < ${bind(window.until, 'day')}, FALSE)`
      return `
    SELECT id, ${Object.keys(fields).join(', ')},
      CASE
        WHEN ${within('closed_before_on')} AND ${within('closed_on')} THEN 'INSIDE'
        WHEN ${within('closed_on')} THEN 'MOVED_IN'
        WHEN ${within('closed_before_on')} THEN 'MOVED_OUT'
        ELSE 'OUTSIDE'
      END AS scope
    FROM deal_change`
    },
  },
)

export default dealChangeScope

import type { lead } from '../model/index.ts'
import {
  and,
  atLeast,
  average,
  type Columns,
  type Condition,
  count,
  type Expr,
  isPast,
  type Measure,
  share,
  timeBetween,
} from '../query/index.ts'

type Leads = Columns<typeof lead>

/** The deal came with the lead or after it; one that was there before is not what became of it. */
const isConverted = (l: Leads): Condition => notNegative(timeBetween(l.createdAt, l.deal.createdAt))

/** Outreach that is only planned is none until it happens. */
const hasOutreach = (l: Leads): Condition => isPast(l.firstOutreachAt)

const notNegative = (time: Expr<'duration'>): Condition => atLeast(time, 0)

const leadsCreated = (): Measure => ({
  key: 'leads',
  label: 'Leads',
  kind: 'number',
  doc: 'The number of leads.',
  value: count(),
  better: 'up',
})

const leadsContacted = (l: Leads): Measure => ({
  key: 'contacted',
  label: 'Contacted',
  kind: 'number',
  doc: 'The number of leads that somebody has reached out to.',
  value: count(hasOutreach(l)),
  better: 'up',
})

const leadsConverted = (l: Leads): Measure => ({
  key: 'converted',
  label: 'Converted',
  kind: 'number',
  doc: 'The number of leads with a deal that was created at or after the lead.',
  value: count(isConverted(l)),
  better: 'up',
})

const leadConversionRate = (l: Leads): Measure => ({
  key: 'conversion_rate',
  label: 'Conversion rate',
  kind: 'percent',
  doc: 'Converted leads as a share of all of them.',
  value: share(count(isConverted(l)), count()),
  better: 'up',
})

const timeToFirstContact = (l: Leads): Measure => {
  const time = timeBetween(l.createdAt, l.firstOutreachAt)
  return {
    key: 'to_first_contact',
    label: 'Time to first contact',
    kind: 'duration',
    doc: 'The mean time from the creation of a lead to the first outreach; outreach before the creation is left out.',
    value: average(time, and(notNegative(time), hasOutreach(l))),
    better: 'down',
  }
}

const timeToDeal = (l: Leads): Measure => {
  const time = timeBetween(l.firstOutreachAt, l.deal.createdAt)
  return {
    key: 'to_deal',
    label: 'First contact to deal',
    kind: 'duration',
    doc: 'The mean time from the first outreach to the creation of the deal; a deal before the outreach is left out.',
    value: average(time, and(notNegative(time), hasOutreach(l))),
    better: 'down',
  }
}

/** How a team handles its leads. */
export const leadFigures = (l: Leads): readonly Measure[] => [
  leadsCreated(),
  leadConversionRate(l),
  timeToFirstContact(l),
  timeToDeal(l),
  leadsContacted(l),
  leadsConverted(l),
]

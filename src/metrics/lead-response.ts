import type contactResponse from '../facts/contact-response.ts'
import { average, type Columns, type Condition, count, known, type Measure, median, not } from '../query/index.ts'

type Responses = Columns<typeof contactResponse>

const hasResponded = (r: Responses): Condition => known(r.firstEngagementAt)

export const averageResponseTime = (r: Responses): Measure => ({
  key: 'average_response',
  label: 'Average response time',
  kind: 'duration',
  doc: 'The mean time from the assignment of a contact to the first engagement of its owner, where there was one.',
  value: average(r.responseTime, hasResponded(r)),
  better: 'down',
})

export const medianResponseTime = (r: Responses): Measure => ({
  key: 'median_response',
  label: 'Median response time',
  kind: 'duration',
  doc: 'Half of the contacts that got a response waited no longer than this.',
  value: median(r.responseTime, hasResponded(r)),
  better: 'down',
})

export const contactsResponded = (r: Responses): Measure => ({
  key: 'responded',
  label: 'Responded',
  kind: 'number',
  doc: 'The number of contacts that their owner has engaged with since being assigned.',
  value: count(hasResponded(r)),
  better: 'up',
})

export const contactsWaiting = (r: Responses): Measure => ({
  key: 'waiting',
  label: 'Not yet responded',
  kind: 'number',
  doc: 'The number of contacts that still wait for their owner; they are in no average.',
  value: count(not(hasResponded(r))),
  better: 'down',
})

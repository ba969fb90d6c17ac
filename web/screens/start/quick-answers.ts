import type { Question, shapes } from '../../../src/answer/index.ts'

/** A question as people ask it, and the report that answers it. */
export interface QuickAnswer {
  readonly ask: string
  readonly report: string
  readonly question: Question
}

export interface QuickTopic {
  readonly topic: 'winning' | 'pipeline' | 'forecast' | 'leads' | 'team'
  readonly answers: readonly QuickAnswer[]
}

const topics: readonly QuickTopic[] = [
  {
    topic: 'winning',
    answers: [
      {
        ask: 'Who won the most last quarter?',
        report: 'sales/deals-won-and-lost',
        question: { range: 'last-quarter', sort: { column: 'won_amount', direction: 'desc' } },
      },
      {
        ask: 'Do we win more than last year?',
        report: 'sales/deals-won-and-lost',
        question: { view: 'over-time', range: 'this-year-so-far', compare: 'previous-year', frequency: 'monthly' },
      },
      { ask: 'Why do we lose deals?', report: 'sales/deal-loss-reasons', question: { range: 'last-365-days' } },
      {
        ask: 'Which sources bring the revenue?',
        report: 'sales/deal-revenue-by-source',
        question: { range: 'last-365-days', by: 'source', breakdown: 'none' },
      },
      { ask: 'How large is a deal we win?', report: 'sales/average-deal-size', question: { range: 'last-quarter' } },
      {
        ask: 'How many days does it take to close a deal?',
        report: 'sales/deal-velocity',
        question: { range: 'last-quarter' },
      },
    ],
  },
  {
    topic: 'pipeline',
    answers: [
      { ask: 'Which deals slipped out of this quarter?', report: 'sales/deal-push-rate', question: {} },
      { ask: 'Why did the pipeline change this quarter?', report: 'sales/deal-pipeline-waterfall', question: {} },
      {
        ask: 'Where do deals get stuck?',
        report: 'sales/time-spent-in-deal-stage',
        question: { range: 'last-365-days', by: 'stage', breakdown: 'none' },
      },
      { ask: 'What share of deals gets to the end?', report: 'sales/deal-funnel', question: {} },
      {
        ask: 'What changed in our deals this week?',
        report: 'sales/deal-change-history',
        question: { range: 'this-week-so-far' },
      },
      {
        ask: 'How did the pipeline stand at the end of each month?',
        report: 'sales/historical-snapshots',
        question: { range: 'last-365-days', frequency: 'monthly' },
      },
    ],
  },
  {
    topic: 'forecast',
    answers: [
      { ask: 'What will this quarter bring?', report: 'sales/weighted-pipeline-forecast', question: {} },
      { ask: 'How much is committed, and how much is hoped for?', report: 'sales/forecast-category', question: {} },
      { ask: 'Who is on the way to their goal?', report: 'sales/quota-attainment', question: {} },
      { ask: 'What does each rep expect to sell?', report: 'sales/manual-forecast', question: {} },
      { ask: 'How much do we win a day?', report: 'sales/sales-velocity', question: { range: 'last-quarter' } },
    ],
  },
  {
    topic: 'leads',
    answers: [
      {
        ask: 'Who answers new leads fastest?',
        report: 'sales/lead-response-time',
        question: { sort: { column: 'average_response', direction: 'asc' } },
      },
      { ask: 'What becomes of our leads?', report: 'sales/lead-funnel', question: {} },
      {
        ask: 'Where do contacts stop on the way to customer?',
        report: 'sales/lead-funnel',
        question: { tab: 'journey' },
      },
      { ask: 'Who opened the most deals this month?', report: 'sales/deals-created', question: {} },
    ],
  },
  {
    topic: 'team',
    answers: [
      { ask: 'What did the team do today?', report: 'sales/team-activity-timeline', question: { range: 'today' } },
      { ask: 'Who was most active last week?', report: 'sales/completed-activities', question: { range: 'last-week' } },
      {
        ask: 'Do our calls reach anyone?',
        report: 'sales/call-outcomes',
        question: { by: 'call_outcome', breakdown: 'none', range: 'last-30-days' },
      },
      {
        ask: 'How many meetings were no shows?',
        report: 'sales/meeting-outcomes',
        question: { range: 'last-30-days' },
      },
      {
        ask: 'Whose tasks are overdue?',
        report: 'sales/prospecting-activities',
        question: { tab: 'tasks', sort: { column: 'overdue', direction: 'desc' } },
      },
    ],
  },
]

export const everyQuickAnswer: readonly QuickAnswer[] = topics.flatMap(({ answers }) => answers)

/** Those whose report there is. */
export function quickTopics(reports: readonly shapes.ReportSummary[]): readonly QuickTopic[] {
  const known = new Set(reports.map(({ id }) => id))
  return topics
    .map(({ topic, answers }) => ({ topic, answers: answers.filter(({ report }) => known.has(report)) }))
    .filter(({ answers }) => answers.length > 0)
}

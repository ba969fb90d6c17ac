import type { Question, shapes } from '../../../src/answer/index.ts'
import type en from '../../words/en.json'

/** A question as people ask it, and the report that answers it. */
export interface QuickAnswer {
  readonly ask: keyof typeof en.start.ask
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
        ask: 'wonMost',
        report: 'sales/deals-won-and-lost',
        question: { range: 'last-quarter', sort: { column: 'won_amount', direction: 'desc' } },
      },
      {
        ask: 'moreThanLastYear',
        report: 'sales/deals-won-and-lost',
        question: { view: 'over-time', range: 'this-year-so-far', compare: 'previous-year', frequency: 'monthly' },
      },
      { ask: 'whyLose', report: 'sales/deal-loss-reasons', question: { range: 'last-365-days' } },
      {
        ask: 'sources',
        report: 'sales/deal-revenue-by-source',
        question: { range: 'last-365-days', by: 'source', breakdown: 'none' },
      },
      { ask: 'dealSize', report: 'sales/average-deal-size', question: { range: 'last-quarter' } },
      {
        ask: 'daysToClose',
        report: 'sales/deal-velocity',
        question: { range: 'last-quarter' },
      },
    ],
  },
  {
    topic: 'pipeline',
    answers: [
      { ask: 'slipped', report: 'sales/deal-push-rate', question: {} },
      { ask: 'pipelineChange', report: 'sales/deal-pipeline-waterfall', question: {} },
      {
        ask: 'stuck',
        report: 'sales/time-spent-in-deal-stage',
        question: { range: 'last-365-days', by: 'stage', breakdown: 'none' },
      },
      { ask: 'toTheEnd', report: 'sales/deal-funnel', question: {} },
      {
        ask: 'changedThisWeek',
        report: 'sales/deal-change-history',
        question: { range: 'this-week-so-far' },
      },
      {
        ask: 'monthEnds',
        report: 'sales/historical-snapshots',
        question: { range: 'last-365-days', frequency: 'monthly' },
      },
    ],
  },
  {
    topic: 'forecast',
    answers: [
      { ask: 'thisQuarter', report: 'sales/weighted-pipeline-forecast', question: {} },
      { ask: 'committed', report: 'sales/forecast-category', question: {} },
      { ask: 'toGoal', report: 'sales/quota-attainment', question: {} },
      { ask: 'expects', report: 'sales/manual-forecast', question: {} },
      { ask: 'aDay', report: 'sales/sales-velocity', question: { range: 'last-quarter' } },
    ],
  },
  {
    topic: 'leads',
    answers: [
      {
        ask: 'answersFastest',
        report: 'sales/lead-response-time',
        question: { sort: { column: 'average_response', direction: 'asc' } },
      },
      { ask: 'becomesOfLeads', report: 'sales/lead-funnel', question: {} },
      {
        ask: 'contactsStop',
        report: 'sales/lead-funnel',
        question: { tab: 'journey' },
      },
      { ask: 'openedMost', report: 'sales/deals-created', question: {} },
    ],
  },
  {
    topic: 'team',
    answers: [
      { ask: 'teamToday', report: 'sales/team-activity-timeline', question: { range: 'today' } },
      { ask: 'mostActive', report: 'sales/completed-activities', question: { range: 'last-week' } },
      {
        ask: 'calls',
        report: 'sales/call-outcomes',
        question: { by: 'call_outcome', breakdown: 'none', range: 'last-30-days' },
      },
      {
        ask: 'noShows',
        report: 'sales/meeting-outcomes',
        question: { range: 'last-30-days' },
      },
      {
        ask: 'overdue',
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

import { averageCallTime, callsConnected, callsMade, callTime, connectedRate } from '../../metrics/activities.ts'
import { activity } from '../../model/index.ts'
import { eq } from '../../query/index.ts'
import { report, rule } from '../report.ts'
import example from './call-outcomes.example.ts'

export default report(activity, (a) => ({
  topic: 'Coach reps & teams',
  title: 'Call outcomes',
  question: 'How many calls were made, and how did they end?',
  date: a.occurredOn,
  range: 'this-month-so-far',
  rules: [rule('no-call', eq(a.type, 'CALL'), 'Not a call')],
  measures: [callsMade(), callsConnected(a), connectedRate(a), callTime(a), averageCallTime(a)],
  by: 'owner',
  breakdown: 'call_outcome',
  chart: { totals: 'stacked-bar', overTime: 'stacked-column', measures: ['calls'], reference: false },
  settings: [
    {
      key: 'direction',
      label: 'Direction',
      doc: 'Which calls are counted.',
      options: [
        { value: 'both', label: 'Both', rules: [] },
        {
          value: 'outbound',
          label: 'Outbound',
          rules: [rule('not-outbound', eq(a.callDirection, 'OUTBOUND'), 'Not outbound')],
        },
        {
          value: 'inbound',
          label: 'Inbound',
          rules: [rule('not-inbound', eq(a.callDirection, 'INBOUND'), 'Not inbound')],
        },
      ],
    },
  ],
  list: [
    'subject',
    'owner.name',
    'call_outcome',
    'call_direction',
    'call_duration',
    'occurred_at',
    'contact.name',
    'company.name',
  ],
  doc: {
    counts: 'Calls whose time is in the range, by the outcome that was logged.',
    leavesOut: 'All other activities.',
    reading:
      'A call without an outcome stands under “(No value)” and is not in the connected rate, which is over calls with an outcome. A call belongs to its own owner.',
    doubts: ['Calls in both directions are counted, since this report asks how calls end; the setting narrows it.'],
  },
  example,
}))

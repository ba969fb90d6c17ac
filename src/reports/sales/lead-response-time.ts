import contactResponse from '../../facts/contact-response.ts'
import {
  averageResponseTime,
  contactsResponded,
  contactsWaiting,
  medianResponseTime,
} from '../../metrics/lead-response.ts'
import { report } from '../report.ts'
import example from './lead-response-time.example.ts'

export default report(contactResponse, (r) => ({
  topic: 'Coach reps & teams',
  title: 'Lead response time',
  question: 'How long until the owner of a new lead engages with it?',
  date: r.assignedOn,
  range: 'this-month-so-far',
  rules: [],
  measures: [averageResponseTime(r), medianResponseTime(r), contactsResponded(r), contactsWaiting(r)],
  by: 'owner',
  breakdown: null,
  chart: { totals: 'bar', overTime: 'line', measures: ['average_response'], reference: true },
  settings: [],
  doc: {
    counts:
      'Contacts that were assigned to the owner they have now, on a day in the range: the time from that moment to the first email that the owner sent, call, chat, start of a meeting, or task that was begun or completed.',
    leavesOut:
      'Contacts without an owner. Work before the assignment and work of anybody else does not count, and neither do notes and incoming emails.',
    reading:
      'A new owner starts at zero: what earlier owners did is gone from this report. Setting the same owner again changes nothing. Contacts that still wait are counted apart and are in no average.',
    doubts: [
      'The range is about the day of the assignment, not of the response.',
      'A meeting counts when it starts, not when it is booked; until then the contact waits.',
      'A call that the same person made before being assigned does not count.',
      'A chat counts when it begins and is with the owner now: its messages are not imported. Threads of emails and forms are no chats.',
    ],
  },
  example,
}))

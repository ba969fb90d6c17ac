import { chatsHandled } from '../../metrics/conversations.ts'
import { conversation } from '../../model/index.ts'
import { oneOf } from '../../query/index.ts'
import { report, rule } from '../report.ts'
import example from './chats.example.ts'

export default report(conversation, (c) => ({
  topic: 'Coach reps & teams',
  title: 'Chats',
  question: 'How many chat conversations did each rep handle?',
  date: c.createdOn,
  newest: c.createdAt,
  range: 'this-month-so-far',
  rules: [rule('no-chat', oneOf(c.channel, ['LIVE_CHAT', 'FACEBOOK_MESSENGER']), 'Not a chat')],
  measures: [chatsHandled()],
  by: 'owner',
  breakdown: null,
  chart: { totals: 'bar', overTime: 'column', measures: ['chats'], reference: false },
  settings: [],
  doc: {
    counts:
      'Conversations on live chat or Facebook Messenger that were started in the range, by the user they are assigned to now.',
    leavesOut: 'Conversations by email, WhatsApp or form.',
    reading:
      'A conversation counts once, however many messages it has. One that nobody has taken stands under “Unassigned”.',
    doubts: ['A chat counts for the user it is assigned to now, also when somebody else answered it.'],
  },
  example,
}))

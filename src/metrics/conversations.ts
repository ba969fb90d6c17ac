import { count, type Measure } from '../query/index.ts'

export const chatsHandled = (): Measure => ({
  key: 'chats',
  label: 'Chats',
  kind: 'number',
  doc: 'The number of conversations on live chat or Facebook Messenger.',
  value: count(),
  better: 'up',
})

import { contact } from './contact.ts'
import { entity, ref } from './entity.ts'
import { day, id, instant, options, text } from './field.ts'
import { owner } from './owner.ts'

/** A thread of messages on one channel. Its owner is the user it is assigned to now. */
export const conversation = entity('conversation', {
  rights: 'conversation',
  label: 'Conversation',
  plural: 'conversations',
  doc: 'A thread of messages with one person on one channel, assigned to a user.',
  title: 'subject',
  list: ['subject', 'channel', 'owner.name', 'created_at', 'contact.name'],
  fields: {
    subject: text('Conversation'),
    channel: text('Channel', {
      options: options(
        ['LIVE_CHAT', 'Live chat'],
        ['FACEBOOK_MESSENGER', 'Facebook Messenger'],
        ['EMAIL', 'Email'],
        ['WHATSAPP', 'WhatsApp'],
        ['FORM', 'Form'],
      ),
    }),
    owner_id: id('Assignee', { hidden: true }),
    contact_id: id('Contact', { hidden: true }),
    created_at: instant('Created at'),
    created_on: day('Create date', { dayOf: 'created_at' }),
  },
  refs: { owner: ref(owner, 'owner_id', 'Assignee'), contact: ref(contact, 'contact_id') },
})

import type { Chapter } from './chapter.ts'

/** People write to us more often soon after they came; the owner of the contact takes it, or one of the first eight. */
const rows = `
  WITH source AS MATERIALIZED (
    SELECT n, 1 + floor(turn(n, the('conversations'), 'chat contact') * the('contacts'))::BIGINT AS contact,
      wait(n, 'chat comes', 700) AS waited, 1 + floor(8 * roll(n, 'chat is for anyone'))::INTEGER AS anyone
    FROM number WHERE n <= the('conversations')
  ),
  begun AS MATERIALIZED (
    SELECT source.n, source.contact, source.anyone, contact.p + waited AS p,
      CASE WHEN contact.p + waited >= handed_p THEN second_owner ELSE first_owner END AS owner
    FROM source JOIN contact ON contact.n = source.contact
  )
  SELECT conversation_id(begun.n) AS id, chosen('chat_topics', begun.n, 'chat topic') AS subject,
    chosen('chat_channels', begun.n, 'chat channel') AS channel,
    perhaps(0.94, begun.n, 'chat is taken',
      owner_id(CASE WHEN person.left_tick <= begun.p THEN deputy.deputy ELSE person.n END)) AS owner_id,
    contact_id(contact) AS contact_id, moment(starts_at, seconds, begun.p, 0) AS created_at
  FROM begun
  JOIN person ON person.n = coalesce(begun.owner, begun.anyone)
  LEFT JOIN deputy ON deputy.n = person.n
  JOIN tick ON tick.tick = tick_of(begun.p)
  WHERE begun.p < the('now_tick')
  ORDER BY begun.n`

export const conversationChapter: Chapter = {
  doing: 'Conversations',
  tables: [],
  pages: [{ stream: 'conversation', rows }],
}

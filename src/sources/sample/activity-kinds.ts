/** What only calls have. Some are missed in the log; nobody talks long to a voicemail. */
const calls = `
  SELECT *, 'CALL' AS type, chosen('call_topics', n, 'call topic') AS topic,
    happened_at AS occurred_at, happened_at AS created_at,
    CASE WHEN roll(n, 'call direction') < 0.86 THEN 'OUTBOUND' ELSE 'INBOUND' END AS call_direction,
    perhaps(0.95, n, 'call outcome known', chosen('call_outcomes', n, 'call outcome')) AS call_outcome,
    1000 * floor(CASE WHEN call_outcome = 'Connected' THEN 20 + lognormal(n, 'talk', 260, 0.8)
      ELSE 5 + 45 * roll(n, 'ring') END)::BIGINT AS call_duration
  FROM touch WHERE kind = 'CALL'`

/** Meetings are made now for later; what lies beyond the end day has no outcome but scheduled. */
const meetings = `
  SELECT *, 'MEETING' AS type, chosen('meeting_topics', n, 'meeting topic') AS topic,
    date_trunc('hour', later_at) + to_minutes(30 * floor(2 * roll(n, 'half hour'))::BIGINT) AS occurred_at,
    happened_at AS created_at,
    CASE WHEN later_p >= the('now_tick') THEN 'SCHEDULED'
      ELSE perhaps(0.96, n, 'meeting outcome known', chosen('meeting_outcomes', n, 'meeting outcome'))
    END AS meeting_outcome,
    perhaps(0.85, n, 'meeting type known', chosen('meeting_types', n, 'meeting type')) AS meeting_type,
    occurred_at + to_minutes(pick([30, 30, 45, 60, 60, 90], roll(n, 'meeting length'))::BIGINT) AS meeting_end_at
  FROM touch WHERE kind = 'MEETING'`

const tasks = `
  SELECT touch.*, 'TASK' AS type, chosen('task_topics', touch.n, 'task topic') AS topic,
    later_at AS occurred_at, happened_at AS created_at,
    task.status AS task_status, chosen('task_types', touch.n, 'task type') AS task_type,
    perhaps(0.8, touch.n, 'priority known', chosen('task_priorities', touch.n, 'task priority')) AS task_priority
  FROM touch JOIN task USING (n)`

/** Who writes to us does not keep our hours. */
const emails = `
  SELECT *, 'EMAIL' AS type, chosen('email_topics', n, 'email topic') AS topic,
    happened_at - to_seconds(CASE WHEN kind = 'INCOMING_EMAIL' AND roll(n, 'writes at night') < 0.25
      THEN 36000 * roll(n, 'writes before') ELSE 0 END::BIGINT) AS occurred_at,
    occurred_at AS created_at,
    CASE WHEN kind = 'INCOMING_EMAIL' AND roll(n, 'is forwarded') < 0.07 THEN 'FORWARDED_EMAIL'
      ELSE kind END AS email_direction
  FROM touch WHERE kind IN ('EMAIL', 'INCOMING_EMAIL')`

const notes = `
  SELECT *, 'NOTE' AS type, chosen('note_topics', n, 'note topic') AS topic,
    happened_at AS occurred_at, happened_at AS created_at
  FROM touch WHERE kind = 'NOTE'`

/** All activities of the part; each kind leaves the fields of the others empty. */
export const activityRows = `
  SELECT *, activity_id(n) AS id, perhaps(0.98, n, 'has subject', topic) AS subject, owner_id(worker) AS owner_id,
    contact_id(contact) AS contact_id, company_id(company) AS company_id, deal_id(deal) AS deal_id
  FROM (${[calls, meetings, tasks, emails, notes].join('\n  UNION ALL BY NAME')})
  ORDER BY n`

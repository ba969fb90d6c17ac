import { changesOf } from './changes.ts'

/** The status of each task in time: ticks at which it is begun, done, and opened again; null for never, yet. */
const lives = `
  SELECT n, kind, worker, happened_at, p, shift_hours, later_p,
    perhaps(0.3, n, 'task is begun', p + (later_p - p) * 0.5) AS begun_p,
    perhaps(0.84, n, 'task is done', later_p - 15 + wait(n, 'task done after', 25)) AS planned_p,
    CASE WHEN planned_p > p + 5 THEN planned_p ELSE planned_p + 25 END AS done_p,
    perhaps(0.015, n, 'task is opened again', done_p + 5 + wait(n, 'opened again', 40)) AS reopened_p
  FROM touch WHERE kind = 'TASK'`

const statuses = `
  SELECT n, worker, shift_hours, p, 1 AS ordinal, 'NOT_STARTED' AS status, happened_at FROM life
  UNION ALL SELECT n, worker, shift_hours, begun_p, 2, 'IN_PROGRESS', NULL FROM life
    WHERE begun_p < coalesce(done_p, begun_p + 1)
  UNION ALL SELECT n, worker, shift_hours, done_p, 4, 'COMPLETED', NULL FROM life
  UNION ALL SELECT n, worker, shift_hours, reopened_p, 5, 'IN_PROGRESS', NULL FROM life
  UNION ALL SELECT n, worker, shift_hours, later_p, 3, pick(['WAITING', 'DEFERRED'], roll(n, 'task is put off')), NULL
    FROM life WHERE done_p IS NULL AND roll(n, 'task is forgotten') < 0.5`

export const taskTables: readonly string[] = [
  `CREATE OR REPLACE TABLE task_status AS
    WITH life AS (${lives}), status AS (${statuses})
    SELECT n, worker, ordinal, status,
      coalesce(happened_at, moment(starts_at, seconds, status.p, shift_hours)) AS changed_at
    FROM status JOIN tick ON tick.tick = tick_of(status.p)
    WHERE status.p < the('now_tick')`,
  `CREATE OR REPLACE TABLE task AS SELECT n, arg_max(status, ordinal) AS status FROM task_status GROUP BY n`,
]

const changes = `
  SELECT n, 'task_status' AS property, ordinal, status AS value, changed_at, owner_id(worker) AS changed_by
  FROM task_status`

export const taskChanges = changesOf('activity', 'activity_id(n)', changes)

import type { Oddity } from '../../warehouse.ts'
import type { Answering } from '../asking/answering.ts'
import { sqlTypes } from '../loading/tables.ts'
import { teamsBelowThemselves } from '../loading/team-scope.ts'
import { literal } from '../quoting.ts'

type Kind = Omit<Oddity, 'count'> & { readonly sql: string }

const owned = ['deal', 'contact', 'company', 'lead', 'activity']
/** Kinds of records that may have a history. */
const told = ['deal', 'contact', 'company', 'lead', 'activity', 'goal', 'forecast_submission']
const born = ['deal', 'contact', 'lead', 'activity']
const summed = (counts: readonly string[]): string => `SELECT ${counts.map((count) => `(${count})`).join(' + ')}`

const money = (value: string): string => `TRY_CAST(${value} AS ${sqlTypes.money})`

/** What data may hold that cannot be, and what reports make of it. None of it stops one. */
const kinds: readonly Kind[] = [
  {
    kind: 'changes-at-one-instant',
    title: 'Properties that changed more than once at one instant',
    outcome: 'The last of the changes holds, in the order of the source; the others take no time.',
    // Hashes, because texts of every line of history are too much to group by.
    sql: `SELECT count(*) FROM (
      SELECT 1 FROM property_change
      WHERE record_id IS NOT NULL AND changed_at IS NOT NULL AND origin IS DISTINCT FROM 'inferred' AND coalesce(rank, 0) >= 0
      GROUP BY hash(entity, record_id, property, changed_at) HAVING min(hash(value)) <> max(hash(value)))`,
  },
  {
    kind: 'unknown-stage',
    title: 'Deals that are or were in a stage that no pipeline has',
    outcome: 'They count as open there, and stand under the id of the stage.',
    sql: `SELECT count(*) FROM (
      SELECT id FROM deal WHERE stage_id IS NOT NULL AND stage_id NOT IN (SELECT id FROM stage)
      UNION SELECT record_id FROM property_change
      WHERE entity = 'deal' AND property = 'stage_id' AND value IS NOT NULL AND value NOT IN (SELECT id FROM stage))`,
  },
  {
    kind: 'closed-before-created',
    title: 'Deals that close before they are created',
    outcome: 'They count on both dates as they are, with 0 days to close.',
    sql: 'SELECT count(*) FROM deal WHERE closed_on < created_on',
  },
  {
    kind: 'negative-amount',
    title: 'Deals that have or had a negative amount',
    outcome: 'It counts as it is and lowers the sums it is in.',
    sql: `SELECT count(*) FROM (
      SELECT id FROM deal WHERE amount_in_currency < 0
      UNION SELECT record_id FROM property_change
      WHERE entity = 'deal' AND property = 'amount_in_currency' AND ${money('value')} < 0)`,
  },
  {
    kind: 'changed-before-created',
    title: 'Changes dated before the creation of their record',
    outcome: 'They count at their own time: the history of the record begins with the first of them.',
    sql: summed(
      born.map(
        (
          entity,
        ) => `SELECT count(*) FROM property_change AS change JOIN ${entity} AS record ON record.id = change.record_id
        WHERE change.entity = '${entity}' AND change.changed_on < record.created_on AND coalesce(change.rank, 0) >= 0`,
      ),
    ),
  },
  {
    kind: 'circular-team',
    title: 'Teams that lie below themselves',
    outcome: 'Choosing one of them chooses all of the circle.',
    sql: `SELECT count(*) FROM (${teamsBelowThemselves})`,
  },
  {
    kind: 'unknown-owner',
    title: 'Records whose owner does not exist',
    outcome: 'They stand under “Unknown” with the id of the owner, and in no team.',
    sql: summed(
      owned.map(
        (entity) =>
          `SELECT count(*) FROM ${entity} WHERE owner_id IS NOT NULL AND owner_id NOT IN (SELECT id FROM owner)`,
      ),
    ),
  },
  {
    kind: 'unknown-record',
    title: 'Records that only their history names',
    outcome: 'Their changes are kept, and count once the record itself comes.',
    sql: summed(
      told.map(
        (entity) => `SELECT count(DISTINCT record_id) FROM property_change
        WHERE entity = '${entity}' AND record_id IS NOT NULL AND record_id NOT IN (SELECT id FROM ${entity})`,
      ),
    ),
  },
  {
    kind: 'unknown-currency',
    title: 'Deals with an amount in a currency without an exchange rate',
    outcome: 'They are counted without an amount, until a rate is imported.',
    sql: 'SELECT count(*) FROM deal WHERE amount IS NULL AND amount_in_currency IS NOT NULL',
  },
]

export async function countOddities(answering: Answering): Promise<readonly Oddity[]> {
  const counts = kinds.map(({ kind, sql }) => `SELECT ${literal(kind)}, (${sql})`)
  const { rows } = await answering.run({ sql: counts.join(' UNION ALL '), values: [], columns: [] })
  const found = new Map(rows.map(([kind, count]) => [String(kind), Number(count)]))
  return kinds.map(({ kind, title, outcome }) => ({ kind, title, outcome, count: found.get(kind) ?? 0 }))
}

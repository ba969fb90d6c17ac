import type { Say } from '../../words/index.ts'
import type { Asking } from '../asking.ts'
import type { Answer } from '../shapes.ts'
import { modelFor, sayTo } from '../wording/reader.ts'
import { missingNotes } from './missing.ts'

export const freshnessOf = ({
  warehouse,
  moment: { generation, freshAt, refreshedAt },
}: Asking): Answer['freshness'] => ({
  generation,
  freshAt,
  refreshedAt,
  pending: warehouse.pending(),
})

/** A figure over incomplete data says so. */
export function completenessOf(asking: Asking): Answer['completeness'] {
  const { warehouse, moment } = asking
  const { quarantined, notices, doubts } = moment
  const say = sayTo(asking)
  const pending = warehouse.pending()
  const notes = [
    ...missingNotes(say, moment),
    ...(quarantined > 0
      ? [say('{{count}} rows could not be read and are in quarantine.', { count: quarantined })]
      : []),
    ...(pending > 0 ? [say('{{count}} landed batches are not loaded yet.', { count: pending })] : []),
  ]
  const others = [...outdatedNotes(asking), ...notices, ...doubtNotes(say, doubts)]
  return { complete: notes.length === 0, quarantined, notes: [...notes, ...others] }
}

/** Facts that this version of the program makes in another way, and has not made yet. */
function outdatedNotes(asking: Asking): readonly string[] {
  const model = modelFor(asking)
  const facts = asking.moment.outdated.map((name) => model[name]?.plural ?? name)
  if (facts.length === 0) return []
  return [
    sayTo(asking)('These are computed anew after an update, and shown as before until then: {{facts}}.', {
      facts: facts.join(', '),
    }),
  ]
}

/** More doubts are counted and not told. */
const told = 3

export const doubtNotes = (say: Say, doubts: readonly string[]): readonly string[] =>
  doubts.length <= told
    ? doubts
    : [
        ...doubts.slice(0, told),
        say("{{count}} more doubts about how the files were read: 'plumbline doctor' names all.", {
          count: doubts.length - told,
        }),
      ]

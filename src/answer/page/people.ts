import type { Moment, Roster } from '../../engine/index.ts'
import type { Asking } from '../asking.ts'
import { clockOf } from '../clock.ts'
import type { People } from '../shapes.ts'

const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name)

/** Who and what the pickers offer. */
export function peopleOf(asking: Asking): People {
  const { timeZone, currency, weekStart, fiscalYearStartMonth } = asking.moment.account
  return {
    ...offered(asking.moment),
    account: { timeZone, currency, weekStart, fiscalYearStartMonth, today: clockOf(asking).today },
  }
}

type Offered = Omit<People, 'account'>

const arranged = new WeakMap<Moment, Offered>()

/** Put in order once for all questions of a moment. */
function offered(moment: Moment): Offered {
  const { owners, teams, pipelines, stages } = moment.roster
  const known = arranged.get(moment)
  if (known) return known
  const people = {
    owners: owners.toSorted(byName),
    teams: nested(teams),
    pipelines: [...pipelines],
    stages: [...stages],
  }
  arranged.set(moment, people)
  return people
}

/** Parents before their children; a team whose parent is unknown, or in a circle with it, stands at the top. */
function nested(teams: Roster['teams']): People['teams'] {
  const placed = new Set<string>()
  const children = Map.groupBy(teams.toSorted(byName), ({ parentId }) => parentId)
  const below = (parent: string | null, depth: number): People['teams'] =>
    (children.get(parent) ?? []).flatMap((team) => placeOne(team, depth))
  const placeOne = (team: Roster['teams'][number], depth: number): People['teams'] => {
    if (placed.has(team.id)) return []
    placed.add(team.id)
    return [{ ...team, depth }, ...below(team.id, depth + 1)]
  }
  const top = below(null, 0)
  return [...top, ...teams.flatMap((team) => placeOne(team, 0))]
}

import type { Entity, RightsObject, RightsOf } from '../model/index.ts'
import { always, and, type Column, type Condition, idColumn, known, never, not, oneOf, or } from './expr.ts'
import { filter, type Rewrite } from './rewrite.ts'

/** Which records of an object somebody sees: those of some people and of some main teams; those of nobody are decided apart. */
export type Sight =
  | 'everything'
  | 'nothing'
  | { readonly owners: readonly string[]; readonly teams: readonly string[]; readonly unowned: boolean }

/** What somebody may do beyond reading. */
export const actions = ['import', 'export', 'set-goals', 'submit-forecasts', 'keep-reports', 'know-all-jobs'] as const
export type Action = (typeof actions)[number]

/** As it is written down for somebody; teams are all that are meant, also those below others. */
export interface Grants {
  readonly sees: Sight | Readonly<Record<RightsObject, Sight>>
  readonly may: 'everything' | readonly Action[]
}

export const allGrants: Grants = { sees: 'everything', may: 'everything' }

export interface Rights {
  /** Equal for equal rights. */
  readonly key: string
  readonly sees: (entity: Pick<Entity, 'rights'>) => Sight
  readonly may: (action: Action) => boolean
}

export function rightsOf({ sees, may }: Grants): Rights {
  return {
    key: JSON.stringify([sees, may]),
    sees: ({ rights }) => sightOf(sees, rights),
    may: (action) => may === 'everything' || may.includes(action),
  }
}

function sightOf(sees: Grants['sees'], of: RightsOf): Sight {
  if (of === 'none') return 'nothing'
  if (sees === 'everything' || of === 'setup') return 'everything'
  if (sees === 'nothing') return 'nothing'
  return 'owners' in sees ? sees : sees[of]
}

/** The columns that say whose a row is: its person, and the teams that it counts for. */
export interface Whose {
  readonly owner: Column<'id'> | null
  readonly teams: readonly Column<'id'>[]
}

/** Whose a row is stands in it, or in the record that it is about. */
export function whoseOf(entity: Entity): Whose {
  const { owner, team } = entity.refs
  if (owner)
    return {
      owner: idColumn(owner.via),
      teams: [...(team ? [idColumn(team.via)] : []), idColumn('owner', 'main_team_id')],
    }
  const about = Object.entries(entity.refs).find(([, { to }]) => to.name === entity.rights)
  if (!about) return { owner: null, teams: [] }
  const [name, { to }] = about
  const through = (column: Column<'id'>): Column<'id'> => ({ ...column, path: [name, ...column.path] })
  const its = whoseOf(to)
  return { owner: its.owner && through(its.owner), teams: its.teams.map(through) }
}

/** The rows that rights let somebody see. */
export function seenRows(rights: Rights, entity: Entity): Condition {
  const whose = whoseOf(entity)
  const own = rights.sees(entity)
  const { column = '', of = {} } = entity.rightsBy ?? {}
  const others = Object.entries(of).filter(([, object]) => rights.sees({ rights: object }) !== own)
  if (others.length === 0) return seenIn(own, whose)
  const tells: Column<'text'> = { op: 'column', path: [column], kind: 'text' }
  const parted = others.map(([value]) => value)
  return or(
    and(not(oneOf(tells, parted)), seenIn(own, whose)),
    ...others.map(([value, object]) => and(oneOf(tells, [value]), seenIn(rights.sees({ rights: object }), whose))),
  )
}

function seenIn(sight: Sight, { owner, teams }: Whose): Condition {
  if (sight === 'everything') return always
  if (sight === 'nothing' || !owner) return never
  const person: Column<'id'> = { ...owner, path: [...owner.path.slice(0, -1), 'owner', 'id'] }
  const nobodys = and(...[person, ...teams].map((column) => not(known(column))))
  return or(
    oneOf(owner, sight.owners),
    ...teams.map((team) => oneOf(team, sight.teams)),
    ...(sight.unowned ? [nobodys] : []),
  )
}

/** Whether somebody sees all rows there are. */
export const seesAll = (rights: Rights, entity: Entity): boolean => seenRows(rights, entity) === always

export const restrict = (rights: Rights, entity: Entity): Rewrite => {
  const seen = seenRows(rights, entity)
  return seen === always ? (query) => query : filter(seen)
}

/** Whether somebody sees what is of this person, or of these teams. */
export function seesOf(sight: Sight, ownerId: string | null, teamIds: readonly (string | null)[]): boolean {
  if (typeof sight === 'string') return sight === 'everything'
  const teams = teamIds.filter((id) => id !== null)
  if (ownerId === null && teams.length === 0) return sight.unowned
  return (ownerId !== null && sight.owners.includes(ownerId)) || teams.some((id) => sight.teams.includes(id))
}

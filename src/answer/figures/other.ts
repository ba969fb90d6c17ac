import { type Others, othersLabel } from '../../chart/index.ts'
import {
  type Condition,
  type GroupName,
  gathered,
  inGroup,
  inGroups,
  not,
  type Group as QueryGroup,
} from '../../query/index.ts'
import type { Say } from '../../words/index.ts'
import type { Figure, Figures } from './figures.ts'

type Group = Figure['by']
export type Limited = 'by' | 'breakdown'

/** The key of the row "Other": a noncharacter begins it, so that no record has it. */
export const otherKey = '\uFFFFother'

/** The groups that have a row of their own, where there are more than are listed. */
export type Listed = Readonly<Partial<Record<Limited, readonly (string | null)[]>>>

/** The largest of the range; what it has not and the earlier range has only where the range itself lists all. */
export function listedIn(now: Figures, before: Figures | null): Listed {
  const of = (name: Limited): Listed => {
    if (now.more[name] > 0) return { [name]: keysIn(now, name) }
    return before && before.more[name] > 0
      ? { [name]: [...new Set([...keysIn(now, name), ...keysIn(before, name)])] }
      : {}
  }
  return { ...of('by'), ...of('breakdown') }
}

export const listsAll = (listed: Listed): boolean => Object.keys(listed).length === 0

const keysIn = ({ rows, margins }: Figures, name: Limited): readonly (string | null)[] => [
  ...new Set([...rows, ...margins].flatMap((figure: Figure) => (figure[name] ? [figure[name].key] : []))),
]

const keysOf = (listed: Listed, name: GroupName) => (name === 'period' ? undefined : listed[name])

/** The groups of a question with all that are not listed in one. */
export const withOther = (groups: readonly QueryGroup[], listed: Listed): readonly QueryGroup[] =>
  groups.map((group) => {
    const keys = keysOf(listed, group.name)
    return keys ? gathered(group, keys, otherKey) : group
  })

/** The records of one group, or of all that are not listed; null where all are. */
export function inGroupOrOther(group: QueryGroup, key: string | null, listed: Listed): Condition | null {
  if (key !== otherKey) return inGroup(group, key)
  const keys = keysOf(listed, group.name)
  return keys ? not(inGroups(group, keys)) : null
}

/** The row of the others says how many groups it stands for. */
export function otherNamed(say: Say, figures: Figures, others: Readonly<Record<Limited, Others>>): Figures {
  const named = (group: Group, name: Limited): Group =>
    isOther(group) && others[name].count > 0 ? { key: otherKey, label: othersLabel(say, others[name]) } : group
  const row = (figure: Figure): Figure => ({
    ...figure,
    by: named(figure.by, 'by'),
    breakdown: named(figure.breakdown, 'breakdown'),
  })
  const more = { by: others.by.count, breakdown: others.breakdown.count }
  return { ...figures, rows: figures.rows.map(row), margins: figures.margins.map(row), more }
}

export const isOther = (group: { readonly key: string | null } | null): boolean => group?.key === otherKey

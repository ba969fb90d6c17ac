import type { Dialect } from '../../facts/index.ts'
import type { GroupName, Limit } from '../../query/index.ts'
import type { ResolvedQuery } from './resolved.ts'

type Groups = Pick<ResolvedQuery, 'groups' | 'limits'>
type Quote = Dialect['quote']

/** `level` has one bit a group, the first the highest. */
const bitOf = ({ groups }: Groups, name: GroupName) =>
  2 ** (groups.length - 1 - groups.findIndex((each) => each.name === name))
const wholeOf = ({ groups }: Groups) => 2 ** groups.length - 1
const levelOf = (of: Groups, name: GroupName) => wholeOf(of) - bitOf(of, name)

/** How many groups a limited dimension has, kept or not. */
export const totalOf = (of: Groups, { group }: Limit, quote: Quote): string =>
  `(SELECT count(*) FROM g WHERE ${quote('level')} = ${levelOf(of, group)}) AS ${quote(`${group}_groups`)}`

/** Only the groups within all limits. */
export const ranked = (of: Groups, quote: Quote): string =>
  of.limits.length === 0 ? '' : `WHERE ${of.limits.map((limit) => rankedFirst(of, limit, quote)).join('\n  AND ')}`

/** A row stays when it is over all of the dimension, or when its group is among the first by its own total. */
function rankedFirst(of: Groups, { group, most, by, descending }: Limit, quote: Quote): string {
  const key = `coalesce(${quote(`${group}_key`)}, '')`
  const levels = Array.from({ length: 2 ** of.groups.length }, (_, level) => level).filter(
    (level) => level & bitOf(of, group),
  )
  return `(g.${quote('level')} IN (${levels.join(', ')}) OR coalesce(g.${quote(`${group}_key`)}, '') IN (
    SELECT ${key} FROM g WHERE ${quote('level')} = ${levelOf(of, group)}
    ORDER BY ${quote(by)} ${descending ? 'DESC' : 'ASC'} NULLS LAST, ${key} LIMIT ${most}))`
}

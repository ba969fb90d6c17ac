import type { EditStep } from '../../errors/index.ts'
import type { Revision } from '../../landing/index.ts'
import { changesBetween } from './changes.ts'
import { contentOf, type Kind } from './kind.ts'

/** What each revision did, the first first. Contents are compared in today’s version, so that an upgrade is no change. */
export function stepsOf<C>(kind: Kind<C>, revisions: readonly Revision[]): readonly EditStep[] {
  return revisions.map((revision, index) => stepOf(kind, revisions[index - 1] ?? null, revision))
}

function stepOf<C>(kind: Kind<C>, before: Revision | null, after: Revision): EditStep {
  const [from, to] = [before && contentOf(kind, before), contentOf(kind, after)]
  const { revision, at, by } = after
  const did = to === null ? 'deleted' : from !== null ? 'changed' : before === null ? 'made' : 'restored'
  return { revision, at, by, did, changes: to === null ? [] : changesBetween(from, to) }
}

const shownParts = 5
const shownChars = 60

/** A step in words, for who has not seen it yet. */
export function stepInWords<C>(kind: Kind<C>, { at, by, did, changes }: EditStep): string {
  const who = `${by ?? 'an import'}${at === null ? '' : ` at ${at}`}`
  if (did === 'deleted') return `deleted by ${who}`
  const parts = changes.slice(0, shownParts).map(({ field, from, to }) => {
    return `${kind.label(field)} from ${inWords(from)} to ${inWords(to)}`
  })
  const more = changes.length > shownParts ? [`${changes.length - shownParts} more`] : []
  return `${did} by ${who} (${[...parts, ...more].join(', ')})`
}

function inWords(value: unknown): string {
  const text = value === null ? 'nothing' : typeof value === 'string' ? `'${value}'` : JSON.stringify(value)
  return text.length > shownChars ? `${text.slice(0, shownChars)}…` : text
}

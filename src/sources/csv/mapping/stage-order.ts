import type { Stages } from './mapping.ts'

/** Settled stages keep meaning and order; new open ones come behind the open ones, closed ones last. */
export function merged(settled: Stages, found: Stages): Stages {
  const added = [...new Map(found)].filter(([label]) => settled.every(([other]) => other !== label))
  const isOpen = ([, meaning]: Stages[number]) => meaning.startsWith('open')
  const at = settled.findLastIndex(isOpen) + 1
  return [
    ...settled.slice(0, at),
    ...added.filter(isOpen),
    ...settled.slice(at),
    ...added.filter((stage) => !isOpen(stage)),
  ]
}

/** A step that may be chosen. */
export interface Step {
  readonly id: string
  readonly label: string
  readonly chosen: boolean
  /** Who misses it still goes on. */
  readonly optional: boolean
}

interface Named {
  readonly id: string
  readonly label: string
}

/** `id,id?,id` as steps in that order, and after them those that are left out. */
export function stepsIn(value: string, all: readonly Named[]): readonly Step[] {
  const written = value.split(',').filter(Boolean)
  const chosen = written.flatMap((word): readonly Step[] => {
    const id = word.replace(/\?$/, '')
    const label = all.find((one) => one.id === id)?.label
    return label === undefined ? [] : [{ id, label, chosen: true, optional: word.endsWith('?') }]
  })
  const others = all.filter(({ id }) => !chosen.some((step) => step.id === id))
  return [...chosen, ...others.map(({ id, label }) => ({ id, label, chosen: false, optional: false }))]
}

/** The first step is where everyone begins: it is never optional. */
export function written(steps: readonly Step[]): string {
  return steps
    .filter(({ chosen }) => chosen)
    .map(({ id, optional }, place) => (optional && place > 0 ? `${id}?` : id))
    .join(',')
}

export function moved(steps: readonly Step[], from: number, to: number): readonly Step[] {
  const step = steps[from]
  if (!step || to < 0 || to >= steps.length) return steps
  return steps.toSpliced(from, 1).toSpliced(to, 0, step)
}

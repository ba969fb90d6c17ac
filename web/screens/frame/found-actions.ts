import type { SpotlightActionData, SpotlightActionGroupData, SpotlightFilterFunction } from '@mantine/spotlight'
import { foundByWord } from './found-by-word.ts'

/** Every group keeps what fits, what is so called before what only speaks of it. */
export const foundActions: SpotlightFilterFunction = (search, actions) =>
  actions.flatMap((action): (typeof action)[] => {
    if (!isGroup(action)) return foundByWord(textOf(action), search) ? [action] : []
    const found = action.actions.filter((one) => foundByWord(textOf(one), search))
    const called = (one: SpotlightActionData) => Number(!foundByWord(one.label ?? '', search))
    return found.length === 0 ? [] : [{ ...action, actions: found.toSorted((a, b) => called(a) - called(b)) }]
  })

const isGroup = (action: SpotlightActionData | SpotlightActionGroupData): action is SpotlightActionGroupData =>
  'group' in action && 'actions' in action

const textOf = ({ label = '', description = '', keywords = [] }: SpotlightActionData): string =>
  [label, description, keywords].flat().join(' ')

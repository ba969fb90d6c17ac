import type { Question } from '../../../src/answer/index.ts'

/** The change that takes a chip away; null when it is not the reader's to take away. */
export function removing(key: string, question: Question): Question | null {
  const { filters = [], settings = {} } = question
  const [kind, which = ''] = key.split('.')
  switch (kind) {
    case 'reps':
    case 'teams':
    case 'pipeline':
      return question[kind] === undefined ? null : { [kind]: undefined }
    case 'filters':
      return { filters: filters.filter((_, place) => String(place) !== which) }
    case 'settings':
      return { settings: Object.fromEntries(Object.entries(settings).filter(([name]) => name !== which)) }
    default:
      return null
  }
}

export const withoutFilters: Question = {
  reps: undefined,
  teams: undefined,
  pipeline: undefined,
  filters: undefined,
  settings: undefined,
}

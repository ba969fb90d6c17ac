import { type Condition, type Question, question } from '../../answer/index.ts'
import { Refusal } from '../../errors/index.ts'

/** What can be asked on the command line, as it was typed. */
export interface AskOptions {
  readonly range?: string
  readonly by?: string
  readonly breakdown?: string
  readonly filter?: readonly Condition[]
  readonly tab?: string
  readonly compare?: Question['compare']
  readonly view?: Question['view']
  readonly frequency?: Question['frequency']
  readonly pipeline?: string
  readonly reps?: readonly string[]
  readonly teams?: readonly string[]
  readonly set?: Readonly<Record<string, string>>
  readonly sort?: string
}

export function questionOf(options: AskOptions): Question {
  const { range, by, breakdown, filter, tab, compare, view, frequency, pipeline, reps, teams, sort } = options
  const typed = {
    range,
    by,
    breakdown,
    filters: filter,
    tab,
    compare,
    frequency,
    settings: options.set,
    view,
    pipeline,
    reps,
    teams,
    sort: sort && readSort(sort),
  }
  return checked(typed, options)
}

/** `goal=amount`, as one entry of the settings. */
export function readSetting(text: string): Readonly<Record<string, string>> {
  const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? []
  if (name === undefined || value === undefined) throw new Refusal('option-unreadable', { option: 'set', value: text })
  return { [name]: value }
}

function readSort(text: string): unknown {
  const [column, direction = 'desc'] = text.split(':')
  return { column, direction }
}

function checked(typed: Readonly<Record<string, unknown>>, options: AskOptions): Question {
  const read = question.safeParse(typed)
  if (read.success) return read.data
  const [first] = read.error.issues
  const option = String(first?.path[0] ?? 'question')
  const value = Object.entries(options).find(([name]) => name === option)?.[1]
  throw new Refusal('option-unreadable', { option, value: String(value) })
}

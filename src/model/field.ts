/** Kinds of value. Days are `YYYY-MM-DD`, instants UTC ISO text, durations milliseconds, percents 0 to 100. */
export const kindNames = ['id', 'text', 'flag', 'number', 'money', 'percent', 'day', 'instant', 'duration'] as const
export type Kind = (typeof kindNames)[number]

/** A value as it travels: days and instants as ISO text, money as a number. */
export type Value = string | number | boolean | null

export interface Option {
  readonly value: string
  readonly label: string
  /** What a picture says about it: good news, bad news, or a level that stands on the ground. */
  readonly tone?: 'better' | 'worse' | 'won' | 'total'
}

/** What a figure may rest on beside what was told: an answer says on how many records, and opens them. */
export type Ground = RowGround | 'missing-date'
export type RowGround = 'inferred-history' | 'hindsight' | 'missing-rate'

/** One typed column of an entity. `name` is the column, the name in a URL and the name in a file. */
export interface Field<K extends Kind = Kind> {
  readonly name: string
  readonly kind: K
  readonly label: string
  /** The closed list of values, in their own order, where there is one. */
  readonly options?: readonly Option[]
  /** The options stand in an order that groups are read in. */
  readonly ordered?: boolean
  /** The field beside it whose numbers groups are read in the order of. */
  readonly orderedBy?: string
  /** Every option is a group, also where there is nothing in it. */
  readonly complete?: boolean
  /** The instant field whose local day, in the account's time zone, this is. Stored at load. */
  readonly dayOf?: string
  /** The money field that this is in the company's currency. Stored at load. */
  readonly homeOf?: string
  /** Of such a field: the money beside it that a source tells in the company's currency, which comes first. */
  readonly toldIn?: string
  /** Of such a field: the number beside it that a source converts with, which comes before any dated rate. */
  readonly convertedBy?: string
  /** Came with a source's property list, not with Plumbline. */
  readonly custom?: boolean
  /** Of a flag: set where a row rests on such a ground, by itself or by the value of another column of it. */
  readonly rests?: { readonly on: RowGround; readonly by?: readonly string[] }
  /** Not offered as filter or column. */
  readonly hidden?: boolean
  readonly doc?: string
}

type Extra = Omit<Partial<Field>, 'name' | 'kind' | 'label'>
type Spec<K extends Kind> = Omit<Field<K>, 'name'>

const make =
  <K extends Kind>(kind: K) =>
  (label: string, extra: Extra = {}): Spec<K> => ({ ...extra, kind, label })

export const id = make('id')
export const text = make('text')
export const flag = make('flag')
export const number = make('number')
export const money = make('money')
export const percent = make('percent')
export const day = make('day')
export const instant = make('instant')
export const duration = make('duration')

export const options = (...pairs: readonly (readonly [value: string, label: string])[]): readonly Option[] =>
  pairs.map(([value, label]) => ({ value, label }))

export type FieldSpec = Spec<Kind>

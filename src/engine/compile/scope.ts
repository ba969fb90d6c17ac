import { type Bind, type Dialect, given, isAsked, type Params } from '../../facts/index.ts'
import type { Entity, Kind, Model, Value } from '../../model/index.ts'

/** What one SELECT needs besides its text: the joins that its columns ask for and the values that are bound. */
export interface Scope {
  readonly dialect: Dialect
  /** The SQL of a column, joining what it is reached through. */
  readonly column: (path: readonly string[]) => string
  /** The SQL of a calendar column for a day, joining the calendar. */
  readonly period: (day: string, column: string) => string
  /** Whether a text is one of these, joining them as a table. */
  readonly among: (text: string, values: readonly string[]) => string
  readonly bind: (value: Value, kind: Kind) => string
  /** The moment of asking. */
  readonly now: () => string
  /** `FROM …` with every join asked for so far. */
  readonly from: () => string
  /** The same records without what is joined to them. */
  readonly own: string
  /** The same columns over some of the records, given as a SELECT of `own` that is written last. */
  readonly over: (records: () => string) => Scope
}

/** The values of a whole statement, in the order of their placeholders; equal values share one. */
export class Bindings {
  readonly values: Value[] = []
  readonly #placed = new Map<string, string>()
  readonly #dialect: Dialect

  constructor(dialect: Dialect) {
    this.#dialect = dialect
  }

  bind(value: Value, kind: Kind): string {
    const key = `${kind} ${typeof value} ${value}`
    const placed = this.#placed.get(key) ?? this.#dialect.parameter(this.values.push(value), kind)
    this.#placed.set(key, placed)
    return placed
  }
}

/** Joins go along to-one relations only, so they never multiply rows. */
export function scopeOf(from: Entity, params: Params, model: Model, dialect: Dialect, bindings: Bindings): Scope {
  const bind: Bind = (value, kind) => bindings.bind(value, kind)
  const used = new Set<string>()
  const source = () =>
    isAsked(from)
      ? `(\n${from.asked(params, bind, (column) => used.has(column), dialect)}\n)`
      : dialect.quote(from.name)
  return scopeOver(source, used, { from, params, model, dialect, bind })
}

interface Around {
  readonly from: Entity
  readonly params: Params
  readonly model: Model
  readonly dialect: Dialect
  readonly bind: Bind
}

/** `used` are the columns of the entity that anything asks for: the source may leave out the others. */
function scopeOver(source: () => string, used: Set<string>, around: Around): Scope {
  const { from, params, model, dialect, bind } = around
  const { quote } = dialect
  const joins = new Map<string, string>()
  const alias = (path: readonly string[]) => quote(['t', ...path].join('.'))
  const join = (name: string, text: string) => joins.set(name, joins.get(name) ?? text)
  const lists = new Map<string, string>()
  const nameOf = (list: string): string => {
    const name = lists.get(list) ?? quote(`list ${lists.size + 1}`)
    lists.set(list, name)
    return name
  }

  const reach = (path: readonly string[]): Entity =>
    path.reduce((entity, step, index) => {
      const ref = entity.refs[step]
      if (!ref) throw new Error(`${entity.name} refers to no '${step}'`)
      const [here, there] = [alias(path.slice(0, index)), alias(path.slice(0, index + 1))]
      if (index === 0) used.add(ref.via)
      join(there, `LEFT JOIN ${quote(ref.to.name)} AS ${there} ON ${there}.${quote('id')} = ${here}.${quote(ref.via)}`)
      return model[ref.to.name] ?? ref.to
    }, from)

  return {
    dialect,
    column: (path) => {
      const name = path.at(-1) ?? ''
      const base = path.slice(0, -1)
      if (base.length === 0) used.add(name)
      if (!reach(base).fields[name]) throw new Error(`${from.name} has no column '${path.join('.')}'`)
      return `${alias(base)}.${quote(name)}`
    },
    period: (day, column) => {
      const there = quote(`calendar of ${day.replaceAll('"', '')}`)
      join(there, `LEFT JOIN ${quote('calendar')} AS ${there} ON ${there}.${quote('day')} = ${day}`)
      return `${there}.${quote(column)}`
    },
    among: (text, values) => {
      const there = nameOf(`${text} ${values.join()}`)
      const table = `(VALUES ${values.map((value) => `(${value})`).join(', ')})`
      join(there, `LEFT JOIN ${table} AS ${there} (${quote('key')}) ON ${there}.${quote('key')} = ${text}`)
      return `${there}.${quote('key')} IS NOT NULL`
    },
    bind,
    now: () => bind(given(params, 'now'), 'instant'),
    from: () => [`FROM ${source()} AS ${alias([])}`, ...joins.values()].join('\n'),
    own: `${alias([])}.*`,
    over: (records) => scopeOver(() => `(\n${records()}\n)`, used, around),
  }
}

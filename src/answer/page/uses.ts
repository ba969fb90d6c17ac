import { type Given, isAsked, isStored, isView, type Needs, tableKind } from '../../facts/index.ts'
import type { Entity, Model } from '../../model/index.ts'
import { reach } from '../../query/index.ts'
import type { Say } from '../../words/index.ts'
import type { Asking } from '../asking.ts'
import type { Plan } from '../plan.ts'
import type { ReportPage } from '../shapes.ts'
import { labelled } from '../wording/words.ts'

/** What a report is made from, read off its own query and the SQL of its facts: nobody keeps a list. */
export function usesOf(asking: Asking, plan: Plan): ReportPage['uses'] {
  const { model, entity, report, range, groups, scope, say } = plan
  const query = scope(range, range)
  const sql = sqlOf(asking, model, entity, query.asked.given)
  const settings = report.settings.flatMap((setting) => ('options' in setting ? setting.options : []))
  const paths = columnsIn([query.where, query.rules, groups, query.measure, settings])
  return {
    properties: paths.flatMap((path) => propertyAt(say, model, entity, path)),
    records: recordsIn(model, entity, sql),
    history: historyIn(model, sql),
  }
}

/** Every column that is named anywhere in a piece of a query, which is plain data. */
export function columnsIn(data: unknown): readonly string[] {
  const found = new Set<string>()
  const look = (of: unknown): void => {
    // What is read of other records is no column of these.
    if (typeof of !== 'object' || of === null || ('op' in of && of.op === 'many')) return
    if ('op' in of && of.op === 'column' && 'path' in of && Array.isArray(of.path)) found.add(of.path.join('.'))
    else for (const each of Object.values(of)) look(each)
  }
  look(data)
  return [...found]
}

/** An id stands for the record that it names. */
function propertyAt(say: Say, model: Model, entity: Entity, path: string): ReportPage['uses']['properties'] {
  const reached = reach(model, entity, path.split('.'))
  return reached && reached.field.kind !== 'id' ? [{ path, label: labelled(say, path, reached.field.label) }] : []
}

/** The SQL that makes the rows of an entity, with that of the facts which it is made from. */
function sqlOf(
  asking: Asking,
  model: Model,
  entity: Entity,
  given: Given<Needs>,
  seen: readonly string[] = [],
): string {
  const sql = ownSql(asking, entity, given)
  const others = Object.values(model).filter(
    (other) => isStored(other) && other.name !== entity.name && !seen.includes(other.name) && reads(sql, other.name),
  )
  return [sql, ...others.map((other) => sqlOf(asking, model, other, given, [...seen, entity.name]))].join('\n')
}

function ownSql({ warehouse, moment }: Asking, entity: Entity, given: Given<Needs>): string {
  const { dialect } = warehouse
  if (isAsked(entity))
    return entity.asked(
      given,
      () => '?',
      () => true,
      dialect,
    )
  if (isView(entity)) return entity.view(() => true, dialect)
  if (isStored(entity))
    return entity.rows(() => 'TRUE', { dialect, account: moment.account, history: 'property_change' })
  return ''
}

const reads = (sql: string, table: string) => new RegExp(`\\b(?:FROM|JOIN)\\s+${table}\\b`).test(sql)

function recordsIn(model: Model, entity: Entity, sql: string): readonly string[] {
  return Object.values(model)
    .filter((each) => tableKind(each) === 'record' && (each.name === entity.name || reads(sql, each.name)))
    .map(({ plural }) => plural)
}

const told = /entity = '(\w+)' AND property (?:IN \(([^)]*)\)|= '(\w+)')/g

/** Of which kinds of record the history of which properties is read. */
const toldIn = (sql: string) =>
  [...sql.matchAll(told)].flatMap(([, of = '', several = '', one]) =>
    (one ? [one] : [...several.matchAll(/'(\w+)'/g)].map(([, name = '']) => name)).map((property) => ({
      of,
      property,
    })),
  )

/** The kinds of record whose history a report reads. */
export const kindsToldOf = (asking: Asking, { model, entity, range, scope }: Plan): readonly string[] => [
  ...new Set(toldIn(sqlOf(asking, model, entity, scope(range, range).asked.given)).map(({ of }) => of)),
]

function historyIn(model: Model, sql: string): ReportPage['uses']['history'] {
  const labels = toldIn(sql).map(({ of, property }) => {
    const entity = model[of]
    const ref = Object.values(entity?.refs ?? {}).find(({ via }) => via === property)
    return { record: entity?.label ?? of, label: ref?.label ?? entity?.fields[property]?.label ?? property }
  })
  return [...new Map(labels.map((each) => [JSON.stringify(each), each])).values()]
}

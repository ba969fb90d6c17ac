import type { z } from 'zod'
import { Refusal } from '../../errors/index.ts'
import {
  aggregatedValue,
  allOf,
  askedWith,
  columnAt,
  count,
  drill,
  type Expr,
  filter,
  type ListColumn,
  type Listing,
  type Measure,
  makesOf,
  measuring,
  type Rows,
  reach,
  rewritten,
} from '../../query/index.ts'
import { type EntryPart, entryParts } from '../../reports/index.ts'
import type { Say } from '../../words/index.ts'
import { statementOf } from '../ask.ts'
import type { Asking } from '../asking.ts'
import { isOneFigure } from '../figures/apart.ts'
import { largestGroups } from '../figures/now-and-before.ts'
import { otherKey } from '../figures/other.ts'
import { completenessOf, freshnessOf } from '../notes/freshness.ts'
import { restingNamed, restingRows } from '../notes/rests-on.ts'
import { ofOneLoad } from '../of-one-load.ts'
import { cellConditions, cellScope, type Plan, planOf } from '../plan.ts'
import { type Cell, type RecordsRequest, recordsRequest } from '../question/question.ts'
import { measureOf } from '../question/settle.ts'
import { refuseUnknownValues } from '../question/value-known.ts'
import { counted, listed, type Ran } from '../run.ts'
import type { RecordsPage } from '../shapes.ts'
import { asked, type Subject } from '../subject.ts'
import { definitionOf, labelled } from '../wording/words.ts'
import { refuseUnknownCell } from './cell-known.ts'
import { type LeftOut, leftOutOf } from './left-out.ts'
import { recordCount } from './record-count.ts'

/** A page of the records behind one figure, or of those that were left out of it. */
export async function records(asking: Asking, of: Subject, request: RecordsRequest): Promise<RecordsPage> {
  const started = performance.now()
  const wanted = recordsRequest.parse(request)
  const { report, question } = await asked(asking, of, wanted.question)
  const planned = (on: Asking) => planOf(on, report, question)
  return ofOneLoad(asking, planned(asking), planned, (on, plan) => pageOf(on, plan, wanted, started))
}

async function pageOf(
  asking: Asking,
  asked: Plan,
  { cell, leftOut, sort, offset, limit }: z.infer<typeof recordsRequest>,
  started: number,
): Promise<RecordsPage> {
  const plan = await opened(asking, asked, cell)
  await refuseUnknownValues(asking, plan)
  const measure = figureNamed(plan, cell)
  const omitted = cell.note === undefined ? leftOutOf(plan, cell, measure) : []
  const rows = leftOut ? chosen(omitted, leftOut) : behind(plan, cell, measure)
  const columns = columnsOf(plan, measure)
  const listing: Listing = { ...rows, columns, order: orderOf(plan, columns, sort), limit, offset }
  const [figure, list, omissions] = await Promise.all([
    counted(asking, figureOver(rows, measure)),
    listed(asking, listing),
    offset === 0 ? countedOut(asking, omitted) : [],
  ])
  const [value = null, number = null] = figure.table.rows[0] ?? []
  if (Number(number) === 0) await refuseUnknownCell(asking, plan, cell)
  return {
    entity: { name: plan.entity.name, label: plan.entity.label, plural: plan.entity.plural },
    figure: leftOut || value === null || !isOneFigure(plan, cell) ? null : Number(value),
    figureKind: measure.kind,
    figureLabel: measure.label,
    makes: makesOf(measure.value),
    count: Number(number),
    columns: columns.map((column) => columnShape(plan, column)),
    rows: list.table.rows.map(([recordId, ...values]) => ({ id: String(recordId), values })),
    offset,
    definition: `${measure.doc} ${definitionOf(plan)}`.trim(),
    leftOut: omissions,
    statements: [statementOf(plan.say('Records'), list), statementOf(plan.say('Figure over these records'), figure)],
    freshness: freshnessOf(asking),
    completeness: completenessOf(asking),
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  }
}

function columnShape(plan: Plan, { path, label, value }: ListColumn): RecordsPage['columns'][number] {
  const part = partOf(plan, path)
  const names = namedBy(plan, path)
  return { path, label, kind: value.kind, ...(part && { part }), ...(names && { names }) }
}

function partOf({ report: { presentation } }: Plan, path: string): EntryPart | undefined {
  return presentation.as === 'entries' ? entryParts.find((part) => presentation.columns[part] === path) : undefined
}

function namedBy({ model, entity }: Plan, path: string): string | undefined {
  const steps = path.split('.')
  const reached = steps.length > 1 ? reach(model, entity, steps) : null
  return reached?.entity.title === steps.at(-1) ? reached?.entity.name : undefined
}

/** Which groups are the others is known once those that are listed are. */
export async function opened(asking: Asking, plan: Plan, { by, breakdown }: Cell): Promise<Plan> {
  if (by !== otherKey && breakdown !== otherKey) return plan
  return { ...plan, listed: (await largestGroups(asking, plan)).listed }
}

export function behind(plan: Plan, cell: Cell, measure: Measure): Rows {
  const [query, conditions] = [cellScope(plan, cell), cellConditions(plan, cell)]
  if (cell.note === undefined) return drill(query, conditions, measure)
  return restingRows(restingNamed(plan, cell.note), query, plan.undated, conditions)
}

/** A note is opened as the count that it tells. */
export function figureNamed(plan: Plan, { measure, note }: Cell): Measure {
  const figure = measureOf(plan.report, measure)
  return note === undefined ? figure : restingNamed(plan, note).measure
}

function chosen(omitted: readonly LeftOut[], reason: string): Rows {
  const found = omitted.find((each) => each.reason === reason)
  if (!found) throw new Refusal('cell-unknown', { part: `reason '${reason}'` })
  return found.rows
}

/** The figure once more, over nothing but the rows of its list. */
function figureOver({ from, asked, where }: Rows, measure: Measure) {
  return rewritten(allOf(from), askedWith(asked), filter(...where), measuring([measure, recordCount]))
}

async function countedOut(asking: Asking, omitted: readonly LeftOut[]): Promise<RecordsPage['leftOut']> {
  const counts = await Promise.all(
    omitted.map(async ({ reason, label, rows }) => ({
      reason,
      label,
      count: countIn(await counted(asking, figureOver(rows, nothing))),
    })),
  )
  return counts.filter((each) => each.count > 0)
}

const nothing: Measure = { key: 'nothing', label: '', kind: 'number', doc: '', better: null, value: count() }
const countIn = ({ table }: Ran): number => Number(table.rows[0]?.[1] ?? 0)

/** The columns that the kind of record is known by, and the value that the measure is made of when it is none of them. */
export function columnsOf({ model, entity, report, say }: Plan, { value, label }: Measure): readonly ListColumn[] {
  const own = (report.list ?? entity.list).flatMap((path): readonly ListColumn[] => {
    const reached = reach(model, entity, path.split('.'))
    return reached ? [{ path, label: headingOf(say, path, reached.field.label), value: columnAt(reached) }] : []
  })
  const of = aggregatedValue(value)
  const isOwn = of?.op === 'column' && own.some(({ path }) => path === of.path.join('.'))
  return of && !isOwn ? [...own, { path: 'value', label, value: of }] : own
}

/** A column that names another record is headed by what that record is to this one. */
function headingOf(say: Say, path: string, label: string): string {
  const steps = path.split('.')
  const isTitle = ['name', 'label', 'subject'].includes(steps.at(-1) ?? '')
  return steps.length > 1 && isTitle ? labelled(say, `${steps.at(-2)}.x`, '').trim() : labelled(say, path, label)
}

function orderOf(plan: Plan, columns: readonly ListColumn[], sort: RecordsRequest['sort']): Listing['order'] {
  if (!sort) return [plan.report.date, plan.report.newest].flatMap((by) => (by ? [{ by, descending: true }] : []))
  return [{ by: sortedBy(plan, columns, sort.column), descending: sort.direction === 'desc' }]
}

function sortedBy({ model, entity, report }: Plan, columns: readonly ListColumn[], column: string): Expr {
  const shown = columns.find(({ path }) => path === column)
  const reached = reach(model, entity, column.split('.'))
  if (shown) return shown.value
  if (!reached) throw new Refusal('field-unknown', { field: column, report: report.title })
  return columnAt(reached)
}

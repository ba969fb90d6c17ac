import type { Entity } from '../../model/index.ts'
import {
  type Column,
  type Condition,
  countDistinct,
  eq,
  filter,
  idColumn,
  type Measure,
  measuring,
  not,
  type Query,
  rewritten,
} from '../../query/index.ts'
import type { Asking } from '../asking.ts'
import { kindsToldOf } from '../page/uses.ts'
import { planOf } from '../plan.ts'
import { recordCount } from '../records/record-count.ts'
import { counted } from '../run.ts'
import { seenOf } from '../seen.ts'
import { modelFor, reportFor, sayTo } from '../wording/reader.ts'

/** Only tasks have a history that figures are made from. */
const withHistory: Readonly<Record<string, Condition>> = {
  activity: eq({ op: 'column', path: ['type'], kind: 'text' }, 'TASK'),
}

const inferred: Column<'flag'> = { op: 'column', path: ['inferred'], kind: 'flag' }
const changedOn: Column<'day'> = { op: 'column', path: ['changed_on'], kind: 'day' }

const measure = (key: string, value: Measure['value'], kind: Measure['kind'] = 'number'): Measure => ({
  key,
  label: key,
  kind,
  doc: '',
  better: null,
  value,
})

/** Of how many of the records whose history a report reads changes were told, and since when; a sentence for each kind of record. */
export async function believable(asking: Asking, id: string, tab?: string): Promise<readonly string[]> {
  const plan = planOf(asking, await reportFor(asking, id), tab === undefined ? {} : { tab })
  const sentences = await Promise.all(kindsToldOf(asking, plan).map((kind) => believed(asking, kind)))
  return sentences.flatMap((sentence) => sentence ?? [])
}

async function believed(asking: Asking, kind: string): Promise<string | null> {
  const model = modelFor(asking)
  const [entity, history] = [model[kind], model[`${kind}_history`]]
  if (!entity || !history) return null
  const [all, told] = await Promise.all([
    counted(asking, recordsOf(asking, entity)),
    counted(asking, changesOf(asking, history)),
  ])
  const number = Number(all.table.rows[0]?.[0] ?? 0)
  const [some = 0, since = null] = told.table.rows[0] ?? []
  return number === 0 ? null : sentence(asking, entity, number, Number(some), since === null ? null : String(since))
}

function sentence(asking: Asking, { plural }: Entity, all: number, some: number, since: string | null): string {
  const say = sayTo(asking)
  const records = plural.toLowerCase()
  if (since === null)
    return say(
      'No log tells of changes of the {{all}} {{records}}: what they were before is concluded from their dates and from when lists showed them.',
      { all: say.number(all), records },
    )
  return say(
    'A log tells of changes of {{some}} of {{all}} {{records}}, the first on {{since}}. What is not told is concluded from their dates and from when lists showed them.',
    { some: say.number(some), all: say.number(all), records, since },
  )
}

const recordsOf = (asking: Asking, entity: Entity): Query => {
  const which = withHistory[entity.name]
  return rewritten(seenOf(asking, entity), filter(...(which ? [which] : [])), measuring([recordCount]))
}

/** Whose changes they are is said by the record that they are of. */
function changesOf(asking: Asking, history: Entity): Query {
  return rewritten(
    seenOf(asking, history),
    filter(not(inferred)),
    measuring([
      measure('records', countDistinct(idColumn('record_id'))),
      measure('since', { fn: 'min', of: changedOn }, 'day'),
    ]),
  )
}

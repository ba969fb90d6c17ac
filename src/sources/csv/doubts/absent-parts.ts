import type { SeenFile } from '../file/look.ts'
import { type RecordsMapping, stagesIn, wordOf } from '../mapping/mapping.ts'
import { onlyPipeline } from '../rows/pipelines.ts'
import type { FilePlan } from '../rows/plan.ts'
import { inRows } from './value-doubts.ts'

/** What a file of deals is without where it has none of these columns. */
const needed: readonly (readonly [words: readonly string[], without: (file: string) => string])[] = [
  [
    ['id'],
    (file) =>
      `No column of ${file} is an id: a deal is known by its name, company and creation date, and becomes another one where these change.`,
  ],
  [['owner', 'owner_id'], (file) => `No column of ${file} tells whose a deal is.`],
  [
    ['amount', 'expected_amount', 'amount_in_home_currency'],
    (file) => `No column of ${file} tells what a deal is worth.`,
  ],
  [['created_at'], (file) => `No column of ${file} tells when a deal was created: it has no history.`],
  [['closed_at', 'won_at', 'lost_at', 'expected_at'], (file) => `No column of ${file} tells when a deal closes.`],
  [['stage', 'is_won'], (file) => `No column of ${file} tells the stage of a deal: none is won or lost.`],
]

/** What no column or no cell tells, and figures rest on. */
export function absentParts({ kind, file, mapping }: FilePlan): readonly string[] {
  if (kind !== 'deal') return []
  const words = new Set([...Object.values(mapping.columns).map(wordOf), ...Object.keys(mapping.always ?? {})])
  const stages = stagesIn(mapping).map(([, meaning]) => meaning)
  return [
    ...needed.flatMap(([any, without]) => (any.some((word) => words.has(word)) ? [] : [without(file.name)])),
    ...(stages.length > 0 && !stages.includes('won') && !words.has('is_won')
      ? [`No stage in ${file.name} reads as won.`]
      : []),
    ...emptyCells(file, mapping, 'pipeline', `their deals are in '${onlyPipeline}'`),
    ...(words.has('status') || words.has('is_won')
      ? []
      : emptyCells(file, mapping, 'stage', 'their deals are in none, neither won nor lost')),
  ]
}

/** A report in groups writes what its rows share in the first of them alone. */
export function groupedColumn({ file, mapping }: FilePlan): readonly string[] {
  const [first] = file.columns
  const word = first && wordOf(mapping.columns[first.header] ?? 'skip')
  if (!first || !word || !grouping.includes(word)) return []
  const empty = file.rows - file.misshapen.length - first.filled
  return empty > 0 && first.filled > 0
    ? [
        `'${first.header}' stands first in ${file.name} and is empty in ${inRows(empty)}, as in a report in groups: these rows were read without it. Export the file again without groups where that is wrong.`,
      ]
    : []
}

const grouping = ['owner', 'stage', 'company', 'pipeline', 'status', 'team']

/** Deals that were thrown away in the CRM and are still in its export. */
export function thrownAway({ kind, file, mapping }: FilePlan): readonly string[] {
  const status = file.columns.find(({ header }) => wordOf(mapping.columns[header] ?? 'skip') === 'status')
  const found = [...(status?.values ?? [])].filter(([value]) =>
    /delet|archiv|gelöscht|verwijder|slettet|supprim|elimin/iu.test(value),
  )
  if (kind !== 'deal' || !status || found.length === 0) return []
  const rows = found.reduce((sum, [, seen]) => sum + seen.rows, 0)
  return [
    `'${status.header}' in ${file.name} is ${found.map(([value]) => value).join(', ')} in ${inRows(rows)}: they count as deals in their stages. Leave them out of the export where that is wrong.`,
  ]
}

/** Rows with one id are one record: the last of them counts. */
export function sharedIds({ kind, file, mapping }: FilePlan): readonly string[] {
  const word = Object.values(mapping.columns).some((column) => wordOf(column) === 'id') ? 'id' : 'name'
  const column = file.columns.find(({ header }) => wordOf(mapping.columns[header] ?? 'skip') === word)
  const identifies = word === 'id' || kind === 'company' || kind === 'owner'
  if (!column?.allValuesKnown || !identifies || column.values.size === column.filled) return []
  const shared = column.filled - column.values.size
  return [
    `${shared} of the rows of ${file.name} share their '${column.header}' with another row: the last of each counts.`,
  ]
}

/** Rows that are silent on what the others tell. */
function emptyCells(file: SeenFile, mapping: RecordsMapping, word: string, so: string): readonly string[] {
  const column = file.columns.find(({ header }) => wordOf(mapping.columns[header] ?? 'skip') === word)
  const empty = column ? file.rows - file.misshapen.length - column.filled : 0
  return column && empty > 0
    ? [`'${column.header}' in ${file.name} is empty in ${inRows(empty)}: ${so}. Fill it in where that is wrong.`]
    : []
}

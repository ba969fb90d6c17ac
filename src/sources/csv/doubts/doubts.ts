import { fits } from '../columns/column-kind.ts'
import type { ColumnReading, Doubt } from '../columns/column-reading.ts'
import { wordNamed } from '../fields/matching.ts'
import { targetsOf } from '../fields/targets.ts'
import type { SeenFile } from '../file/look.ts'
import type { Imported } from '../import.ts'
import { newIn, wordOf } from '../mapping/mapping.ts'
import { type FilePlan, listNames } from '../rows/plan.ts'
import { absentParts, groupedColumn, sharedIds, thrownAway } from './absent-parts.ts'
import { currencyDoubt, ownRateDoubts } from './money-doubts.ts'
import { entryFor, inRows, valueDoubts } from './value-doubts.ts'
import { zoneDoubts } from './zone-doubts.ts'

/** What the doubts about the rows of a file are told from. */
type Doubted = Pick<Imported, 'files' | 'readings' | 'account' | 'rates'>

/** Sentences about what was only guessed or could not be told, for the reader to check in the mapping file. */
export function doubtsIn({
  files,
  mapping,
  plans,
  readings,
  account,
  rates,
  openCurrency,
}: Doubted & Pick<Imported, 'mapping' | 'plans' | 'openCurrency'>): readonly string[] {
  const left = files.filter((file) => mapping.files[file.name]?.records === '?').map(leftOut)
  const told = { files, readings, account, rates }
  return [...new Set([...left, ...currencyDoubt(openCurrency), ...plans.flatMap((plan) => doubtsOn(plan, told))])]
}

/** Those about the rows of one file and the lists that it uses, which go with them. */
export function doubtsOn(plan: FilePlan, { files, readings, account, rates }: Doubted): readonly string[] {
  const names = [plan.file.name, ...listNames(plan.mapping)]
  return [
    ...readings.filter(({ file }) => names.includes(file)).flatMap(doubtful),
    ...rivals(plan),
    ...leftRows(plan),
    ...expected(plan),
    ...valueDoubts(plan),
    ...zoneDoubts(plan),
    ...encodingDoubt(plan),
    ...ownRateDoubts(
      rates.filter(({ file }) => file === plan.file.name),
      account.currency,
    ),
    ...absentParts(plan),
    ...groupedColumn(plan),
    ...thrownAway(plan),
    ...unlikeTheirName(plan),
    ...sharedIds(plan),
    ...absentLists(files, plan),
  ]
}

const leftOut = (file: SeenFile): string =>
  `${file.name} was left out: nothing tells what its rows are. Write "deal", "company" or another kind at its "records".`

/** Both readings, and what to write to choose the other. */
const doubtful = ({ file, header, doubt, further }: ColumnReading): readonly string[] =>
  (doubt ? [doubt, ...further] : []).flatMap((one) => bothReadings(file, header, one))

function bothReadings(file: string, header: string, doubt: Doubt): readonly string[] {
  const [chosen, ...others] = doubt.choices
  if (!chosen) return []
  return [
    `'${header}' in ${file} has ${doubt.about} (${inRows(doubt.rows)}): read ${chosen.says}, not ${others.map(({ says }) => says).join(' or ')}. Write ${entryFor(header, chosen.mapping)} to keep it, or ${others.map(({ mapping }) => entryFor(header, mapping)).join(' or ')}.`,
  ]
}

/** Fields that most figures are made from. */
const contested = ['amount', 'closed_at', 'created_at', 'owner', 'stage', 'currency']

/** Two columns that could be one field: the other became a property of its own. */
function rivals({ kind, file, mapping }: FilePlan): readonly string[] {
  const taken = new Map(Object.entries(mapping.columns).map(([header, column]) => [wordOf(column), header]))
  return file.columns.flatMap((profile) => {
    const { header } = profile
    const made = newIn(mapping.columns[header] ?? 'skip')
    const word = made && profile.filled > 0 ? wordNamed(kind, header) : null
    const other = word !== null && contested.includes(word) ? taken.get(word) : undefined
    const target = targetsOf[kind].get(word ?? '')
    if (other === undefined || (target?.is === 'field' && !fits(profile, target.field.kind))) return []
    return [
      `'${other}' and '${header}' in ${file.name} could both be the ${word}: '${other}' is, and '${header}' is a property of its own. Write "${header}": "${word}" and "${other}": "skip" to choose the other.`,
    ]
  })
}

/** A column that is called like a field that no other column is, whose values cannot be read as one. */
function unlikeTheirName({ kind, file, mapping }: FilePlan): readonly string[] {
  const taken = new Set(Object.values(mapping.columns).map(wordOf))
  return file.columns.flatMap((profile) => {
    const { header } = profile
    const made = newIn(mapping.columns[header] ?? 'skip')
    const word = made && profile.filled > 0 ? wordNamed(kind, header) : null
    const target = targetsOf[kind].get(word ?? '')
    if (word === null || !contested.includes(word) || taken.has(word) || target?.is !== 'field') return []
    const [example = ''] = profile.values.keys()
    return fits(profile, target.field.kind)
      ? []
      : [
          `'${header}' in ${file.name} is called like '${target.field.label}', and its values, such as ${example}, cannot be read so: it is a property of its own.`,
        ]
  })
}

function leftRows({ file, mapping }: FilePlan): readonly string[] {
  const totals = file.left.filter(({ is }) => is === 'totals')
  const [first] = totals
  if (!first || mapping.totals === 'records') return []
  const where = totals.length === 1 ? `Line ${first.line}` : `${totals.length} rows, first line ${first.line},`
  return [
    `${where} of ${file.name} ${totals.length === 1 ? 'was' : 'were'} left out as totals (${first.text}). Where they are records, write "totals": "records" beside the "columns".`,
  ]
}

/** An expected date beside a real one counts only where the real one is empty. */
function expected({ file, mapping }: FilePlan): readonly string[] {
  const header = (word: string) => Object.entries(mapping.columns).find(([, column]) => wordOf(column) === word)?.[0]
  const real = ['closed_at', 'won_at', 'lost_at'].map(header).filter((name) => name !== undefined)
  const [date, amount, told] = [header('expected_at'), header('expected_amount'), header('amount')]
  const quoted = real.map((name) => `'${name}'`).join(' and ')
  return [
    ...(date === undefined
      ? []
      : [
          `A deal of ${file.name} closes when ${quoted} ${real.length === 1 ? 'says' : 'say'}; '${date}' counts where that is empty. Write "${date}": "skip" to leave it out.`,
        ]),
    ...(amount === undefined
      ? []
      : [
          `The amount of a deal of ${file.name} is '${told}'; '${amount}' counts where that is empty. Write "${amount}": "skip" to leave it out.`,
        ]),
  ]
}

/** An encoding that only its letters speak for. */
function encodingDoubt({ file }: FilePlan): readonly string[] {
  if (file.encoding !== 'macintosh') return []
  const values = file.columns.flatMap((column) => [...column.values.keys()])
  const examples = values.filter((value) => /\P{ASCII}/u.test(value)).slice(0, 3)
  return [
    `${file.name} was read as a file of an old Macintosh (${examples.join(', ')}). Where its letters are wrong, export it again as UTF-8.`,
  ]
}

/** A list is read with the file that uses it, so that it must come along each time. */
const absentLists = (files: readonly SeenFile[], { file, mapping }: FilePlan): readonly string[] =>
  listNames(mapping)
    .filter((name) => files.every((other) => other.name !== name))
    .map((name) => `${name}, which tells more about the rows of ${file.name}, was not given: import both together.`)

import { crm } from '../../../model/index.ts'
import { type FileKind, targetsOf } from '../fields/targets.ts'
import type { SeenFile } from '../file/look.ts'
import { type ColumnMapping, howWritten, type Mapping, newIn, wordOf, written } from '../mapping/mapping.ts'
import { isRecords } from '../mapping/mapping-file.ts'
import { labelFrom } from '../names.ts'
import { dayBothWays, numberBothWays } from './both-ways.ts'
import type { ColumnProfile } from './column-profile.ts'
import { holdsOf } from './holds.ts'
import {
  type Evidence,
  evidenceIn,
  isDated,
  isNumeric,
  isParted,
  type Settled,
  settledOrder,
  settledSign,
} from './readings.ts'
import { isAmount, settledCurrency, sharedSign, tellsCurrency } from './shared-signs.ts'

/** What a column was taken for and how its cells are read: the one value behind the summary, the question, the mapping and the data page. */
export interface ColumnReading {
  readonly file: string
  readonly header: string
  /** `Amount`, `own property (number)`, `left out`. */
  readonly as: string
  /** What loading obeys. */
  readonly mapping: ColumnMapping
  /** `day first`, `decimal comma`, with the grounds; what says nothing; the currency. */
  readonly notes: readonly string[]
  readonly sure: 'sure' | 'likely' | 'doubtful'
  readonly examples: readonly string[]
  /** Whether there is more than one way to read its values. */
  readonly holds: 'dates' | 'numbers' | 'currencies' | 'other'
  readonly doubt: Doubt | null
  /** What is doubted besides, and asked once the first is settled. */
  readonly further: readonly Doubt[]
}

/** A reading that another could take the place of. The first choice is the one that was made. */
export interface Doubt {
  readonly about: string
  readonly rows: number
  readonly choices: readonly Choice[]
}

export interface Choice {
  readonly says: string
  readonly mapping: ColumnMapping
}

/** What was taken for what, column by column, in the order of the files. */
export function readingsOf(
  files: readonly SeenFile[],
  mapping: Mapping,
  home: string | null,
): readonly ColumnReading[] {
  return files.flatMap((file) => {
    const own = mapping.files[file.name]
    if (!own || !(isRecords(own) || own.records === 'list')) return []
    const [kind, evidence] = [isRecords(own) ? own.records : null, evidenceIn(file, files, home)]
    const key = own.records === 'list' ? own.key : null
    const isBare = isRecords(own) && !tellsCurrency(own)
    return file.columns.map((column) => {
      const mapped = own.columns[column.header] ?? 'skip'
      const bareAmount = isBare && isAmount(mapped)
      return column.header === key
        ? keyReading(file, column)
        : readingOf(file, kind, column, mapped, evidence, bareAmount)
    })
  })
}

const keyReading = ({ name }: SeenFile, column: ColumnProfile): ColumnReading => ({
  ...plain(name, column, 'skip'),
  as: 'what the rows of this file tell more about',
})

const plain = (file: string, column: ColumnProfile, mapping: ColumnMapping): ColumnReading => ({
  file,
  header: column.header,
  as: 'left out',
  mapping,
  notes: [],
  sure: 'sure',
  examples: [...column.values.keys()].slice(0, 2),
  holds: 'other',
  doubt: null,
  further: [],
})

function readingOf(
  file: SeenFile,
  kind: FileKind | null,
  column: ColumnProfile,
  mapping: ColumnMapping,
  evidence: Evidence,
  /** An amount whose currency nothing but its sign tells. */
  bareAmount: boolean,
): ColumnReading {
  const holds = holdsOf(kind, mapping)
  const told = howWritten(mapping)
  const order = holds && isDated(holds) && column.ordered > 0 ? settledOrder(column, evidence, told) : null
  const sign = holds && isNumeric(holds) && isParted(column) ? settledSign(column, holds, evidence, told) : null
  const currency = bareAmount ? settledCurrency(column, evidence.home, told) : null
  const [doubt = null, ...further] = [
    doubtOf(column, mapping, order, sign),
    currencyDoubt(column, mapping, currency),
  ].filter((one) => one !== null)
  return {
    ...plain(file.name, column, mapping),
    as: takenFor(kind, mapping),
    holds: order ? 'dates' : currency && sign?.sure !== 'doubtful' ? 'currencies' : sign ? 'numbers' : 'other',
    notes: [
      ...orderNotes(order),
      ...signNotes(sign),
      ...emptyNotes(column, mapping),
      ...currencyNotes(column, mapping, currency),
    ],
    sure: doubt ? 'doubtful' : order?.sure === 'likely' || sign?.sure === 'likely' ? 'likely' : 'sure',
    doubt,
    further,
  }
}

function takenFor(kind: FileKind | null, mapping: ColumnMapping): string {
  const made = newIn(mapping)
  if (made) return `own property (${made.new})`
  const word = wordOf(mapping) ?? 'skip'
  const target = kind === null ? undefined : targetsOf[kind].get(word)
  if (target === undefined) return 'left out'
  if (target.is === 'field') return `${target.field.label}${decides(kind, word)}`
  return target.is === 'reference' ? `${crm[target.to].label}${target.by === 'id' ? ' (id)' : ''}` : labelFrom(word)
}

function decides(kind: FileKind | null, word: string): string {
  if (kind === 'deal' && word === 'closed_at') return ', the date that decides "closed"'
  return kind === 'exchange_rate' && word === 'rate' ? ', what one unit is worth in the company’s currency' : ''
}

const orderNotes = (order: Settled<string> | null): readonly string[] =>
  order === null || (order.as === 'either' && order.sure !== 'torn')
    ? []
    : [`${order.as.replace('-', ' ')}: ${order.why}`]

const signNotes = (sign: Settled<string> | null): readonly string[] => {
  if (sign === null) return []
  const name = sign.as === ',' ? 'decimal comma' : sign.as === '.' ? 'decimal point' : 'decimal point or comma'
  return [`${name}: ${sign.why}`]
}

function emptyNotes({ empties }: ColumnProfile, mapping: ColumnMapping): readonly string[] {
  const told = howWritten(mapping).empty
  const spellings = told?.length === 0 ? [] : [...new Set([...empties.keys(), ...(told ?? [])])]
  return spellings.length === 0 ? [] : [`empty: ${spellings.map((spelling) => `'${spelling}'`).join(', ')}`]
}

function currencyNotes(
  { currencies }: ColumnProfile,
  mapping: ColumnMapping,
  shared: Settled<string> | null,
): readonly string[] {
  if (currencies.size === 0 || wordOf(mapping) !== 'amount') return []
  return [`written with ${[...currencies].join(', ')}`, ...(shared ? [`${shared.as}: ${shared.why}`] : [])]
}

function currencyDoubt(column: ColumnProfile, mapping: ColumnMapping, shared: Settled<string> | null): Doubt | null {
  const found = sharedSign(column)
  if (!found || shared?.sure !== 'doubtful') return null
  const signed = [...column.values].filter(([, { shape }]) => shape.number?.currency === found.sign)
  const choices = found.of.map((code) => ({
    says: `${signed[0]?.[0] ?? found.sign} as ${code}`,
    mapping: written(mapping, { currency: code }),
  }))
  const rows = signed.reduce((sum, [, seen]) => sum + seen.rows, 0)
  return { about: `amounts in '${found.sign}', which several currencies share`, rows, choices }
}

function doubtOf(
  column: ColumnProfile,
  mapping: ColumnMapping,
  order: Settled<string> | null,
  sign: Settled<string> | null,
): Doubt | null {
  if (order?.sure === 'doubtful') {
    const choices = dayBothWays(column).map(({ says, order }) => ({
      says,
      mapping: written(mapping, { dates: order }),
    }))
    return {
      about: 'dates that can be read in two ways',
      rows: column.openDays,
      choices: chosenFirst(choices, order.as),
    }
  }
  if (sign?.sure !== 'doubtful') return null
  const choices = numberBothWays(column).map(({ says, sign }) => ({
    says,
    mapping: written(mapping, { decimal: sign }),
  }))
  return {
    about: 'numbers that can be read in two ways',
    rows: column.openNumbers,
    choices: chosenFirst(choices, sign.as),
  }
}

const chosenFirst = (choices: readonly Choice[], chosen: string): readonly Choice[] =>
  choices.toSorted((a, b) => Number(isChosen(b, chosen)) - Number(isChosen(a, chosen)))

const isChosen = ({ mapping }: Choice, chosen: string): boolean => {
  const { dates, decimal } = howWritten(mapping)
  return dates === chosen || decimal === chosen
}

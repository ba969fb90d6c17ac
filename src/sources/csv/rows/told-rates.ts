import { filledIn } from '../columns/missing.ts'
import { readNumber } from '../columns/numbers.ts'
import { decimalTold } from '../columns/readings.ts'
import { fileRows } from '../file/file-rows.ts'
import type { SeenFile } from '../file/look.ts'
import { howWritten, type Mapping, type RecordsMapping, wordOf } from '../mapping/mapping.ts'
import { isRecords } from '../mapping/mapping-file.ts'

/** What the rows of a file in one currency tell of its rate. */
export interface ToldRate {
  readonly file: string
  readonly header: string
  /** Empty where the rows tell none. */
  readonly currency: string
  /** Rows with a rate of 1, and with another. */
  readonly ones: number
  readonly others: number
  /** A rate that is not 1, beside its amount. */
  readonly example: { readonly amount: string | null; readonly rate: string } | null
}

/** The rates that stand in rows, by currency. Only files that have such a column are read for it. */
export async function toldRates(files: readonly SeenFile[], mapping: Mapping): Promise<readonly ToldRate[]> {
  const found: ToldRate[] = []
  for (const file of files) {
    const own = mapping.files[file.name]
    if (own && isRecords(own)) found.push(...(await ratesIn(file, own)))
  }
  return found
}

async function ratesIn(file: SeenFile, own: RecordsMapping): Promise<readonly ToldRate[]> {
  const at = (word: string): number =>
    file.header.names.findIndex((header) => wordOf(own.columns[header] ?? 'skip') === word)
  const [rateAt, currencyAt, amountAt] = [at(rateWord(own)), at('currency'), at('amount')]
  const header = file.header.names[rateAt]
  if (header === undefined) return []
  const decimal = decimalTold(howWritten(own.columns[header] ?? 'skip'))
  const found = new Map<string, ToldRate>()
  for await (const { cells } of fileRows(file, false)) {
    const rate = readNumber(cells[rateAt]?.trim() ?? '', decimal)
    if (rate === null) continue
    const currency = (filledIn(cells[currencyAt]) ?? own.always?.currency ?? '').toUpperCase()
    const before = found.get(currency) ?? { file: file.name, header, currency, ones: 0, others: 0, example: null }
    found.set(currency, counting(before, rate, filledIn(cells[amountAt])))
  }
  return [...found.values()]
}

const rateWord = ({ records }: RecordsMapping): string =>
  records === 'exchange_rate' ? 'rate' : records === 'deal' ? 'exchange_rate' : 'none'

const counting = (before: ToldRate, rate: string, amount: string | null): ToldRate =>
  Number(rate) === 1
    ? { ...before, ones: before.ones + 1 }
    : { ...before, others: before.others + 1, example: before.example ?? { amount, rate } }

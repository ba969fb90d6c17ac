import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { Refusal } from '../../../errors/index.ts'
import { crm } from '../../../model/index.ts'
import { canonicalFor } from '../columns/canonical.ts'
import { holdsOf } from '../columns/holds.ts'
import { isDated, isNumeric } from '../columns/readings.ts'
import { type FileKind, takenNames, targetsOf } from '../fields/targets.ts'
import type { SeenFile } from '../file/look.ts'
import {
  type ColumnMapping,
  type FileMapping,
  howWritten,
  type Mapping,
  type MappingFile,
  mapping,
  newIn,
  type RecordsMapping,
  wordOf,
} from './mapping.ts'

const about =
  'How plumbline reads these CSV files. Edit "files" and import again. A column is a field (amount), skip, or a new property; stages are "open 33%", "won" or "lost". What you change in "files" is yours and stays; what also stands in "concluded" is Plumbline’s, and goes when its import is taken back.'

/** Null when there is no such file. Refuses one with mistakes. */
export async function readMapping(path: string): Promise<MappingFile | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return null
    throw error
  })
  return text === null ? null : parsedMapping(text, path)
}

export function parsedMapping(text: string, path: string): MappingFile {
  const found = mapping.safeParse(json(text, path))
  const wrong = complaining(text, path)
  if (!found.success) throw firstMistake(found.error, wrong)
  const files = Object.fromEntries(Object.entries(found.data.files).map(([file, one]) => [file, withoutQuestions(one)]))
  for (const [file, one] of Object.entries(files)) refuseUnusable(file, one, text, wrong)
  return { ...found.data, files }
}

/** Makes a refusal of what stands below these keys, with its line. */
type Complain = (keys: readonly string[], wrong: string) => Refusal

const complaining =
  (text: string, path: string): Complain =>
  (keys, wrong) =>
    new Refusal('csv-mapping-wrong', {
      path,
      where: keys.join(' › ') || 'the file',
      wrong,
      line: text.slice(0, placeOf(text, keys)).split('\n').length,
    })

/** Where the last of the keys stands that are found one behind the other. */
function placeOf(text: string, keys: readonly string[]): number {
  let at = 0
  for (const key of keys) at = Math.max(at, text.indexOf(JSON.stringify(key), at))
  return at
}

/** A question mark that was left standing is concluded like a column that is not named. */
function withoutQuestions(one: FileMapping): FileMapping {
  if (!isRecords(one)) return one
  return { ...one, columns: Object.fromEntries(Object.entries(one.columns).filter(([, column]) => column !== '?')) }
}

function json(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal('csv-mapping-no-json', { path, wrong: error instanceof Error ? error.message : String(error) })
  }
}

function firstMistake(error: z.ZodError, wrong: Complain): Refusal {
  const [issue] = error.issues
  return wrong(issue?.path.map(String) ?? [], issue?.message ?? 'it has another form')
}

function refuseUnusable(file: string, one: FileMapping, text: string, wrong: Complain): void {
  if (!isRecords(one)) return
  refuseStages(file, one, text, wrong)
  const seen = new Map<string, string>()
  for (const [word, value] of Object.entries(one.always ?? {})) {
    const keys = [file, 'always', word]
    refuseUnknown(keys, word, one, wrong)
    const unread = unreadable(one.records, word, value)
    if (unread) throw wrong(keys, unread)
    seen.set(word, 'always')
  }
  for (const [header, column] of Object.entries(one.columns)) refuseColumn([file, header], column, one, seen, wrong)
}

function refuseColumn(
  keys: readonly string[],
  column: ColumnMapping,
  one: RecordsMapping,
  seen: Map<string, string>,
  wrong: Complain,
): void {
  const name = newIn(column)?.name
  if (name && takenNames(one.records).has(name)) throw wrong(keys, `'${name}' is a field of its own`)
  const word = wordOf(column)
  if (word !== null && word !== 'skip') refuseUnknown(keys, word, one, wrong)
  const [holds, { dates, decimal }] = [holdsOf(one.records, column), howWritten(column)]
  if (dates && holds && isPlain(holds)) throw wrong(keys, `'dates' cannot be used, for the column holds no dates`)
  if (decimal && holds && isPlain(holds)) throw wrong(keys, `'decimal' cannot be used, for the column holds no numbers`)
  if (word === null || word === 'skip') return
  const other = seen.get(word)
  if (other) throw wrong(keys, `'${word}' is already the column '${other}'`)
  seen.set(word, keys.at(-1) ?? '')
}

const isPlain = (holds: string): boolean => ['text', 'flag', 'id', 'reference'].includes(holds)

function refuseUnknown(keys: readonly string[], word: string, one: RecordsMapping, wrong: Complain): void {
  const words = targetsOf[one.records]
  if (!words.has(word))
    throw wrong(keys, `a ${one.records} has no field '${word}'; it has ${[...words.keys()].join(', ')}, or skip`)
}

/** Stages are of deals and their history, and JSON does not keep the order of keys that are numbers. */
function refuseStages(file: string, one: RecordsMapping, text: string, wrong: Complain): void {
  if (one.stages === undefined) return
  const keys = [file, 'stages']
  if (one.records !== 'deal' && one.records !== 'property_change')
    throw wrong(keys, `stages are of deals and their history, and the rows are ${crm[one.records].plural}`)
  if (Array.isArray(one.stages)) return
  const places = Object.keys(one.stages).map((label) => placeOf(text, [...keys, label]))
  if (places.some((place, at) => place < (places[at - 1] ?? 0)))
    throw wrong(
      keys,
      'stages whose names are numbers have no order here; write them as a list: [["20", "open 10%"], …]',
    )
}

/** Why a value that every row is to have cannot be one of its field. */
function unreadable(kind: FileKind, word: string, value: string): string | null {
  const target = targetsOf[kind].get(word)
  if (target?.is !== 'field' || kind === 'property_change') return null
  const { field } = target
  const writing = { header: word, order: 'either', decimal: '.', timeZone: 'UTC' } as const
  const read = canonicalFor(field, writing)(value)
  if (field.options && !field.options.some((option) => option.value === read))
    return `'${value}' is no ${field.label.toLowerCase()}; it is one of ${field.options.map((option) => option.value).join(', ')}`
  if (read !== null) return null
  if (isNumeric(field.kind)) return `'${value}' is no number`
  return isDated(field.kind) ? `'${value}' is no date such as 2024-12-31` : `'${value}' is neither yes nor no`
}

export const isRecords = (one: FileMapping): one is RecordsMapping =>
  one.records !== 'list' && one.records !== 'skip' && one.records !== '?'

/** Refuses a mapping that names columns which the file has not. */
export async function refuseMissingColumns(path: string, given: Mapping, files: readonly SeenFile[]): Promise<void> {
  for (const file of files) {
    const headers = new Set(file.header.names)
    const named = Object.keys(given.files[file.name]?.columns ?? {})
    const missing = named.find((header) => !headers.has(header))
    if (missing === undefined) continue
    throw complaining(await readFile(path, 'utf8'), path)([file.name, missing], 'the file has no such column')
  }
}

/** A mapping that was given on purpose and is of none of the files is that of another import. */
export function refuseOtherFiles(path: string, given: Mapping, files: readonly SeenFile[]): void {
  const names = Object.keys(given.files)
  if (names.length === 0 || files.some((file) => names.includes(file.name))) return
  const wrong = `it tells of ${names.slice(0, 3).join(', ')}, and none of the imported files has such a name`
  throw new Refusal('csv-mapping-wrong', { path, where: 'files', wrong })
}

/** Written beside and renamed, so that nobody finds half of it. */
export async function writeMapping(path: string, { files, concluded = {} }: MappingFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(`${path}.part`, textOf(files, concluded))
    await rename(`${path}.part`, path)
  } catch (error) {
    await rm(`${path}.part`, { force: true })
    throw error
  }
}

/** What is nobody's to edit stands at the end, a file in a line. */
function textOf(files: Mapping['files'], concluded: NonNullable<MappingFile['concluded']>): string {
  const shown = JSON.stringify({ about, files }, null, 2).slice(0, -2)
  const lines = Object.entries(concluded).map(
    ([name, said]) => `\n    ${JSON.stringify(name)}: ${JSON.stringify(said)}`,
  )
  return `${shown},\n  "concluded": {${lines.join(',')}\n  }\n}\n`
}

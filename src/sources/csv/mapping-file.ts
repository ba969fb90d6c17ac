import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { Refusal } from '../../errors/index.ts'
import type { SeenFile } from './look.ts'
import { type FileMapping, type Mapping, mapping, newIn, type RecordsMapping, wordOf } from './mapping.ts'
import { takenNames, targetsOf } from './targets.ts'

const about =
  'How plumbline reads these CSV files. Edit it and import again. A column is a field (amount), skip, or a new property; stages are "open 33%", "won" or "lost".'

/** Null when there is no such file. Refuses one with mistakes. */
export async function readMapping(path: string): Promise<Mapping | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return null
    throw error
  })
  return text === null ? null : parsedMapping(text, path)
}

export function parsedMapping(text: string, path: string): Mapping {
  const found = mapping.safeParse(json(text, path))
  if (!found.success) throw new Refusal('csv-mapping-wrong', { path, ...firstMistake(found.error) })
  const files = Object.fromEntries(Object.entries(found.data.files).map(([file, one]) => [file, withoutQuestions(one)]))
  for (const [file, one] of Object.entries(files)) refuseUnknownWords(path, file, one)
  return { ...found.data, files }
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

function firstMistake(error: z.ZodError): { readonly where: string; readonly wrong: string } {
  const [issue] = error.issues
  return { where: issue?.path.join(' › ') || 'the file', wrong: issue?.message ?? 'it has another form' }
}

function refuseUnknownWords(path: string, file: string, one: FileMapping): void {
  if (!isRecords(one)) return
  const seen = new Map<string, string>()
  for (const word of Object.keys(one.always ?? {})) {
    refuseUnknown(path, `${file} › always`, word, one)
    seen.set(word, 'always')
  }
  for (const [header, column] of Object.entries(one.columns)) {
    const where = `${file} › ${header}`
    const name = newIn(column)?.name
    if (name && takenNames(one.records).has(name))
      throw new Refusal('csv-mapping-wrong', { path, where, wrong: `'${name}' is a field of its own` })
    const word = wordOf(column)
    if (word === null || word === 'skip') continue
    refuseUnknown(path, where, word, one)
    const other = seen.get(word)
    if (other)
      throw new Refusal('csv-mapping-wrong', { path, where, wrong: `'${word}' is already the column '${other}'` })
    seen.set(word, header)
  }
}

function refuseUnknown(path: string, where: string, word: string, one: RecordsMapping): void {
  const words = targetsOf[one.records]
  if (words.has(word)) return
  const wrong = `a ${one.records} has no field '${word}'; it has ${[...words.keys()].join(', ')}, or skip`
  throw new Refusal('csv-mapping-wrong', { path, where, wrong })
}

export const isRecords = (one: FileMapping): one is RecordsMapping =>
  one.records !== 'list' && one.records !== 'skip' && one.records !== '?'

/** Refuses a mapping that names columns which the file has not. */
export function refuseMissingColumns(path: string, given: Mapping, files: readonly SeenFile[]): void {
  for (const file of files) {
    const headers = new Set(file.header.names)
    const named = Object.keys(given.files[file.name]?.columns ?? {})
    const missing = named.find((header) => !headers.has(header))
    if (missing !== undefined) {
      throw new Refusal('csv-mapping-wrong', { path, where: file.name, wrong: `the file has no column '${missing}'` })
    }
  }
}

/** Written beside and renamed, so that nobody finds half of it. */
export async function writeMapping(path: string, files: Mapping['files']): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(`${path}.part`, `${JSON.stringify({ about, files }, null, 2)}\n`)
    await rename(`${path}.part`, path)
  } catch (error) {
    await rm(`${path}.part`, { force: true })
    throw error
  }
}

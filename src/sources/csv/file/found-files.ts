import { access, constants, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../../errors/index.ts'

export interface FoundFile {
  readonly path: string
  /** How the summary and the mapping file call it: with its folder where two files have one name. */
  readonly name: string
}

/** The files of all paths, those of a folder in the order of their names. A path given twice counts once. */
export async function foundFiles(paths: readonly string[]): Promise<readonly FoundFile[]> {
  const found = (await Promise.all(paths.map(filesAt))).flat()
  const real = [...new Set(await Promise.all(found.map((path) => realpath(path))))]
  const named = Map.groupBy(real, (path) => basename(path))
  return real.map((path) => ({ path, name: nameOf(path, named.get(basename(path))?.length === 1) }))
}

const nameOf = (path: string, alone: boolean): string =>
  alone ? basename(path) : join(basename(dirname(path)), basename(path))

async function filesAt(path: string): Promise<readonly string[]> {
  const there = await stat(path).catch(() => null)
  if (!there) throw new Refusal('csv-path-missing', { path })
  if (there.isDirectory()) return filesIn(path)
  if (!there.isFile()) throw new Refusal('csv-not-csv', { file: path, is: 'a device' })
  await access(path, constants.R_OK).catch(() => {
    throw new Refusal('csv-path-closed', { path })
  })
  return [path]
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const there = await readdir(folder, { withFileTypes: true })
  const files = there.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
  const names = files.map((entry) => entry.name).sort()
  const tables = names.filter((name) => /\.(?:csv|tsv|tab)$/iu.test(name))
  if (tables.length === 0) throw new Refusal('csv-folder-without', { folder, there: listed(names) })
  return tables.map((name) => join(folder, name))
}

const listed = (names: readonly string[]): string =>
  names.length === 0
    ? 'it holds no file'
    : `it holds ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' and more' : ''}`

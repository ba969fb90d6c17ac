import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { plumbline } from '../cli/plumbline.ts'
import { root } from '../part.ts'

const deals = `Deal Name,Deal Owner,Pipeline,Deal Stage,Amount,Create Date,Close Date
Roof,Ada Bloom,Sales,Won,1000,2017-01-05,2017-02-01
Wall,Ada Bloom,Sales,Lost,500,2017-01-06,2017-02-02
`

/** A data folder with two deals. */
export async function importedCompany(folder: string): Promise<string> {
  const [file, data] = [join(folder, 'deals.csv'), join(folder, 'company')]
  await writeFile(file, deals)
  const { code, stderr } = await plumbline('import', 'csv', file, '--data', data)
  if (code !== 0) throw new Error(stderr)
  return data
}

/** The words of a command, for other shells than ours. */
export const command = (...args: readonly string[]): readonly string[] => [
  process.execPath,
  join(root, 'bin/plumbline.js'),
  ...args,
]

/** Copies a data folder onto the disk that the command is given, and runs it there. */
export const withCopy = (from: string, to: string, then: readonly string[]): readonly string[] => [
  'sh',
  '-c',
  'cp -r "$0" "$1" && shift && exec "$@"',
  from,
  to,
  ...then,
]

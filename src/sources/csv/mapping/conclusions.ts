import { z } from 'zod'
import type { Batch, LandedBatch, Landing } from '../../../landing/index.ts'
import { fileMapping, type Mapping } from './mapping.ts'
import { type Conclusion, type Conclusions, placesTold, type Told } from './told.ts'

/** How files are read is landed with each import, as cursors are: of each name, what was concluded last of it holds. No file is named so. */
const prefix = 'mapping/'

const written = z.object({ mapping: fileMapping, told: z.array(z.string()) })

/** What the imports that stand concluded. */
export const conclusionsIn = (past: Pick<Landing, 'cursors'>): Conclusions =>
  new Map(
    [...past.cursors('csv')].flatMap(([stream, cursor]) =>
      stream.startsWith(prefix) ? [[stream.slice(prefix.length), written.parse(JSON.parse(cursor))] as const] : [],
    ),
  )

/** The names of which any import concluded anything, whether it stands or not. */
export const namesConcluded = (batches: readonly LandedBatch[]): ReadonlySet<string> =>
  new Set(
    batches.flatMap(({ content }) =>
      content.cursors.flatMap(({ stream }) => (stream.startsWith(prefix) ? [stream.slice(prefix.length)] : [])),
    ),
  )

/** What an import adds: its own files, and others of which it tells something else. */
export function addedConclusions(
  own: Mapping,
  told: Told,
  before: Conclusions,
  retold: (mapping: Mapping) => Mapping,
): Conclusions {
  const known = Object.entries(own.files).filter(([, { records }]) => records !== '?')
  const others = [...before].filter(([name]) => !(name in own.files))
  const now = retold({ files: Object.fromEntries(others.map(([name, { mapping }]) => [name, mapping])) }).files
  const changed = others.flatMap(([name, { mapping, told }]) => {
    const said = now[name] ?? mapping
    return JSON.stringify(said) === JSON.stringify(mapping) ? [] : [[name, { mapping: said, told }] as const]
  })
  return new Map<string, Conclusion>([
    ...known.map(([name, mapping]) => [name, { mapping, told: placesTold(told.get(name)) }] as const),
    ...changed,
  ])
}

export function landConclusions(batch: Batch, conclusions: Conclusions): void {
  for (const [name, concluded] of conclusions) batch.moveCursor(`${prefix}${name}`, JSON.stringify(concluded))
}

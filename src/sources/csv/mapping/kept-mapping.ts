import type { Landing } from '../../../landing/index.ts'
import { conclusionsIn, namesConcluded } from './conclusions.ts'
import { type Lines, linesFrom, linesOf, linesWritten } from './lines.ts'
import type { Mapping, MappingFile } from './mapping.ts'
import { readMapping, writeMapping } from './mapping-file.ts'
import { placesTold, settledBy, type Told, toldIn } from './told.ts'

/** The mapping file of a data folder: what is shown there, and which of it people told. */
export interface KeptMapping {
  readonly files: Mapping['files']
  readonly concluded: ReadonlyMap<string, Lines>
  readonly told: Told
}

/** In the file of an older Plumbline nothing says what was concluded: all of it counts as told. */
export async function readKept(path: string): Promise<KeptMapping> {
  const { files, concluded: written = {} }: MappingFile = (await readMapping(path)) ?? { files: {} }
  const concluded = new Map(Object.entries(written).map(([name, lines]) => [name, linesFrom(lines)]))
  const names = [...new Set([...Object.keys(files), ...concluded.keys()])]
  const told = names.map((name) => [name, toldIn(files[name], concluded.get(name) ?? new Map())] as const)
  return { files, concluded, told: new Map(told.filter(([, lines]) => lines.size > 0)) }
}

/** Shows what the imports that stand concluded, what people told, and what `now` was concluded of files that wait for an answer. */
export async function keepMapping(
  path: string,
  kept: KeptMapping,
  { landing, told, now }: { readonly landing: Landing; readonly told: Told; readonly now: Mapping },
): Promise<void> {
  const landed = namesConcluded(landing.batches())
  const waiting = Object.entries(kept.files).filter(([name]) => !landed.has(name))
  const files = {
    ...Object.fromEntries(waiting),
    ...settledBy(conclusionsIn(landing), told).files,
    ...now.files,
  }
  const names = [...new Set([...Object.keys(files), ...kept.concluded.keys()])]
  const concluded = names.map((name) => [name, linesWritten(concludedOf(name, files, kept, told))] as const)
  const isSaid = ([name, lines]: (typeof concluded)[number]) => name in files || lines.length > 0
  await writeMapping(path, { files, concluded: Object.fromEntries(concluded.filter(isSaid)) })
}

/** What is shown and nobody told; and what was struck out, so that it stays so. */
function concludedOf(name: string, files: Mapping['files'], { concluded }: KeptMapping, told: Told): Lines {
  const [own, shown] = [told.get(name) ?? new Map(), files[name]]
  const places = new Set(placesTold(own))
  const lines = [...(shown ? linesOf(shown) : [])].filter(([place]) => !places.has(place))
  const before = concluded.get(name) ?? new Map()
  const struck = [...before].filter(([place]) => own.get(place) === null && !(shown && linesOf(shown).has(place)))
  return new Map<string, unknown>([...lines, ...struck])
}

/** The same after imports were taken back, or count again. */
export async function showMapping(path: string, landing: Landing): Promise<void> {
  const kept = await readKept(path)
  if (Object.keys(kept.files).length === 0 && conclusionsIn(landing).size === 0) return
  await keepMapping(path, kept, { landing, told: kept.told, now: { files: {} } })
}

import type { z } from 'zod'
import type { CustomField } from '../../../model/index.ts'
import type { SeenFile } from '../file/look.ts'
import { type Mapping, stagesIn, stagesWritten, type stageTexts } from '../mapping/mapping.ts'
import { isRecords } from '../mapping/mapping-file.ts'
import type { KnownRecord } from './known.ts'
import { plans } from './plan.ts'
import { stagesToldIn } from './setup-rows.ts'
import { meaningText, meaningThere } from './stages.ts'

type Told = ReadonlyMap<string, string>

/** By file, the stages as an older Plumbline concluded them, before what a list of stages told of them. */
export type Untold = Readonly<Record<string, z.infer<typeof stageTexts>>>

/** The mapping as if nothing had been told of those stages, and all that it settles besides. */
export function asUntold({ files }: Mapping, untold: Untold): { readonly mapping: Mapping; readonly settled: Mapping } {
  const isTold = (name: string) => name in untold
  const entries = Object.entries(files)
  const mapping = entries.map(([name, one]) =>
    isTold(name) && isRecords(one) ? [name, { ...one, stages: untold[name] }] : [name, one],
  )
  return {
    mapping: { files: Object.fromEntries(mapping) },
    settled: { files: Object.fromEntries(entries.filter(([name]) => !isTold(name))) },
  }
}

/**
 * What a list of stages says of them takes the place of what was concluded from their names: of one that comes now in every
 * file, of one that came before in files that the mapping does not know yet.
 */
export async function withToldStages(
  mapping: Mapping,
  settled: Mapping,
  files: readonly SeenFile[],
  fields: readonly CustomField[],
  there: readonly KnownRecord[],
): Promise<(mapping: Mapping) => Mapping> {
  const now = await toldNow(mapping, files, fields)
  const ever = new Map([...toldBefore(there), ...now])
  return ({ files: others }) => ({
    files: Object.fromEntries(
      Object.entries(others).map(([name, one]) => [name, retold(one, name in settled.files ? now : ever)]),
    ),
  })
}

async function toldNow(mapping: Mapping, files: readonly SeenFile[], fields: readonly CustomField[]): Promise<Told> {
  const listed = files.filter(({ name }) => mapping.files[name]?.records === 'stage')
  const told = new Map<string, string>()
  for (const plan of await plans(listed, mapping, fields, 'UTC'))
    for (const { label, meaning } of await stagesToldIn(plan)) told.set(label.toLowerCase(), meaningText(meaning))
  return told
}

const toldBefore = (there: readonly KnownRecord[]): Told =>
  new Map(
    there.flatMap(({ name, stage }) =>
      name && stage?.isListed ? [[name.toLowerCase(), meaningText(meaningThere(stage))] as const] : [],
    ),
  )

type FileMapping = Mapping['files'][string]

function retold(one: FileMapping, told: Told): FileMapping {
  if (!isRecords(one) || !one.stages) return one
  const stages = stagesIn(one).map(([label, meaning]) => [label, told.get(label.toLowerCase()) ?? meaning] as const)
  return { ...one, stages: stagesWritten(stages) }
}

import type { z } from 'zod'
import type { CustomField } from '../../../model/index.ts'
import type { SeenFile } from '../file/look.ts'
import { type Lines, placeOf } from '../mapping/lines.ts'
import { type Mapping, stagesIn, stagesWritten, type stageTexts } from '../mapping/mapping.ts'
import { isRecords } from '../mapping/mapping-file.ts'
import type { Told } from '../mapping/told.ts'
import type { KnownRecord } from './known.ts'
import { plans } from './plan.ts'
import { stagesToldIn } from './setup-rows.ts'
import { meaningText, meaningThere } from './stages.ts'

/** By folded name, what a list says of a stage. */
type Listed = ReadonlyMap<string, string>

/** What is settled before files are read, and what of it people told. */
export interface Standing {
  readonly settled: Mapping
  readonly told: Told
}

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
 * file, of one that came before in files that the mapping does not know yet. What a person told of a stage stays.
 */
export async function withToldStages(
  mapping: Mapping,
  { settled, told }: Standing,
  files: readonly SeenFile[],
  fields: readonly CustomField[],
  there: readonly KnownRecord[],
): Promise<(mapping: Mapping) => Mapping> {
  const now = await listedNow(mapping, files, fields)
  const ever = new Map([...listedBefore(there), ...now])
  return ({ files: others }) => ({
    files: Object.fromEntries(
      Object.entries(others).map(([name, one]) => [
        name,
        retold(one, name in settled.files ? now : ever, told.get(name)),
      ]),
    ),
  })
}

async function listedNow(
  mapping: Mapping,
  files: readonly SeenFile[],
  fields: readonly CustomField[],
): Promise<Listed> {
  const listed = files.filter(({ name }) => mapping.files[name]?.records === 'stage')
  const said = new Map<string, string>()
  for (const plan of await plans(listed, mapping, fields, 'UTC'))
    for (const { label, meaning } of await stagesToldIn(plan)) said.set(label.toLowerCase(), meaningText(meaning))
  return said
}

const listedBefore = (there: readonly KnownRecord[]): Listed =>
  new Map(
    there.flatMap(({ name, stage }) =>
      name && stage?.isListed ? [[name.toLowerCase(), meaningText(meaningThere(stage))] as const] : [],
    ),
  )

type FileMapping = Mapping['files'][string]

function retold(one: FileMapping, listed: Listed, told: Lines = new Map()): FileMapping {
  if (!isRecords(one) || !one.stages) return one
  const toldOf = (label: string) => told.get(placeOf('stages', label)) ?? null
  const stages = stagesIn(one).map(
    ([label, meaning]) =>
      [label, toldOf(label) === null ? (listed.get(label.toLowerCase()) ?? meaning) : meaning] as const,
  )
  return { ...one, stages: stagesWritten(stages) }
}

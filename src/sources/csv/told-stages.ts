import type { CustomField } from '../../model/index.ts'
import type { SeenFile } from './look.ts'
import { type Mapping, stagesIn, stagesWritten } from './mapping.ts'
import { isRecords } from './mapping-file.ts'
import { plans } from './plan.ts'
import { stagesToldIn } from './setup-rows.ts'
import { meaningText } from './stages.ts'

/** What a list of stages says of them takes the place of what was concluded from their names, in every file. */
export async function withToldStages(
  mapping: Mapping,
  files: readonly SeenFile[],
  fields: readonly CustomField[],
): Promise<(mapping: Mapping) => Mapping> {
  const listed = files.filter(({ name }) => mapping.files[name]?.records === 'stage')
  const planned = await plans(listed, mapping, fields, 'UTC')
  const told = new Map<string, string>()
  for (const plan of planned)
    for (const { label, meaning } of await stagesToldIn(plan)) told.set(label.toLowerCase(), meaningText(meaning))
  return (other) => (told.size === 0 ? other : { files: retold(other, told) })
}

function retold({ files }: Mapping, told: ReadonlyMap<string, string>): Mapping['files'] {
  const changed = Object.entries(files).map(([name, one]) => {
    if (!isRecords(one) || !one.stages) return [name, one] as const
    const stages = stagesIn(one).map(([label, meaning]) => [label, told.get(label.toLowerCase()) ?? meaning] as const)
    return [name, { ...one, stages: stagesWritten(stages) }] as const
  })
  return Object.fromEntries(changed)
}

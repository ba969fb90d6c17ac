import type { shapes } from '../../../../src/answer/index.ts'
import { Choice } from '../../../parts/choice.tsx'
import type { Option } from '../../../parts/option-list.tsx'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'
import { Several } from './several.tsx'

export function RepsChoice() {
  const words = useWords()
  const { page, people, full, ask } = useReport()
  if (!page.hasOwner) return null
  const owner = ({ id, name, active }: shapes.People['owners'][number]): Option => ({
    value: id,
    label: name,
    hint: active ? undefined : words('filters.inactive'),
  })
  // People who left come last.
  const options = [...(people?.owners ?? [])]
    .sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name))
    .map(owner)
  return (
    <Several
      label={words('filters.reps')}
      none={words('filters.everyone')}
      options={options}
      chosen={full.reps ?? []}
      onChange={(reps) => ask({ reps })}
    />
  )
}

/** Choosing a team chooses those below it. */
export function TeamsChoice() {
  const words = useWords()
  const { page, people, full, ask } = useReport()
  if (!page.hasOwner || people?.teams.length === 0) return null
  const options = (people?.teams ?? []).map(({ id, name, depth }) => ({ value: id, label: name, depth }))
  return (
    <Several
      label={words('filters.teams')}
      none={words('filters.allTeams')}
      options={options}
      chosen={full.teams ?? []}
      onChange={(teams) => ask({ teams })}
    />
  )
}

export function PipelineChoice() {
  const words = useWords()
  const { page, people, full, ask } = useReport()
  if (!page.hasPipeline) return null
  const all = { value: '', label: words('filters.allPipelines') }
  const own = (people?.pipelines ?? []).filter(({ object }) => object === page.pipelinesOf)
  const options = [all, ...own.map(({ id, label }) => ({ value: id, label }))]
  const chosen = full.pipeline ?? ''
  return (
    <Choice
      label={words('filters.pipeline')}
      shown={options.find(({ value }) => value === chosen)?.label ?? chosen}
      groups={[{ label: null, options }]}
      chosen={[chosen]}
      onPick={(pipeline) => ask({ pipeline: pipeline || undefined })}
    />
  )
}

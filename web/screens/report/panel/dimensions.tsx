import { compares, frequencies } from '../../../choices.ts'
import { Choice } from '../../../parts/choice.tsx'
import type { OptionGroup } from '../../../parts/option-list.tsx'
import { useWords } from '../../../words/index.ts'
import { regrouped } from '../over-time.ts'
import { useReport } from '../report-context.ts'

export function FrequencyChoice() {
  const words = useWords()
  const { full, answer, ask } = useReport()
  if (full.view !== 'over-time') return null
  const offered = answer?.frequencies ?? []
  const options = frequencies
    .filter((name) => offered.includes(name))
    .map((value) => ({ value, label: words(`frequency.${value}`) }))
  return (
    <Choice
      label={words('filters.frequency')}
      shown={full.frequency ? words(`frequency.${full.frequency}`) : ''}
      groups={[{ label: null, options }]}
      chosen={full.frequency ? [full.frequency] : []}
      onPick={(value) => ask({ frequency: frequencies.find((name) => name === value) })}
    />
  )
}

export function CompareChoice() {
  const words = useWords()
  const { full, ask } = useReport()
  const chosen = full.compare ?? 'none'
  const options = compares.map((value) => ({ value, label: words(`compare.${value}`) }))
  return (
    <Choice
      label={words('filters.compare')}
      shown={words(`compare.${chosen}`)}
      groups={[{ label: null, options }]}
      chosen={[chosen]}
      onPick={(value) => ask({ compare: compares.find((name) => name === value) })}
    />
  )
}

export function GroupChoice() {
  const words = useWords()
  const { page, full, ask } = useReport()
  const by = full.by ?? 'none'
  return (
    <Dimension
      label={words('filters.groupBy')}
      chosen={by}
      onPick={(by) => ask(regrouped(full.view, { by }, page.byDate))}
    />
  )
}

export function BreakdownChoice() {
  const words = useWords()
  const { page, full, ask } = useReport()
  const breakdown = full.breakdown ?? 'none'
  return (
    <Dimension
      label={words('filters.breakdown')}
      chosen={breakdown}
      onPick={(breakdown) => ask(regrouped(full.view, { breakdown }, page.byDate))}
    />
  )
}

interface Chosen {
  readonly label: string
  readonly chosen: string
  readonly onPick: (path: string) => void
}

function Dimension({ label, chosen, onPick }: Chosen) {
  const words = useWords()
  const { page } = useReport()
  const none = { value: 'none', label: words('filters.none') }
  const options = page.dimensions.map(({ path, label }) => ({ value: path, label }))
  const shown = [none, ...options].find((option) => option.value === chosen)?.label ?? chosen
  const groups: readonly OptionGroup[] = [
    { label: null, options: [none, ...options.slice(0, 2)] },
    { label: words('filters.property'), options: options.slice(2) },
  ].filter((group) => group.options.length > 0)
  return <Choice label={label} shown={shown} groups={groups} chosen={[chosen]} onPick={onPick} searchable />
}

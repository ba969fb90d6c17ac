import type { Question } from '../../../../src/answer/index.ts'
import { Choice } from '../../../parts/choice.tsx'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'

const directions = ['desc', 'asc'] as const

export function SortChoices() {
  return (
    <>
      <SortColumn />
      <SortOrder />
    </>
  )
}

function SortColumn() {
  const words = useWords()
  const { page, answer, full, ask } = useReport()
  const group =
    full.view === 'over-time'
      ? { value: 'period', label: words('settings.period') }
      : { value: 'by', label: answer?.groupLabel ?? words('settings.group') }
  const measures = page.measures.map(({ key, label }) => ({ value: key, label }))
  const options = onlyPeriods(full) ? [group] : [group, ...measures]
  const column = options.find(({ value }) => value === full.sort?.column)
  const direction = full.sort?.direction ?? 'desc'
  return (
    <Choice
      label={words('settings.sortBy')}
      shown={column?.label ?? words('settings.sortDefault')}
      groups={[{ label: null, options }]}
      chosen={column ? [column.value] : []}
      onPick={(column) => ask({ sort: { column, direction } })}
    />
  )
}

/** Periods alone keep the order of time, forwards or backwards. */
const onlyPeriods = ({ view, by = 'none', breakdown = 'none' }: Question) =>
  view === 'over-time' && by === 'none' && breakdown === 'none'

function SortOrder() {
  const words = useWords()
  const { full, ask } = useReport()
  const { sort } = full
  return (
    <Choice
      label={words('settings.order')}
      shown={words(`settings.${sort?.direction ?? 'sortDefault'}`)}
      groups={[{ label: null, options: directions.map((value) => ({ value, label: words(`settings.${value}`) })) }]}
      chosen={sort ? [sort.direction] : []}
      disabled={!sort}
      onPick={(value) => sort && ask({ sort: { ...sort, direction: value === 'asc' ? 'asc' : 'desc' } })}
    />
  )
}

import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Condition, shapes } from '../../../../src/answer/index.ts'
import { found, type Option, OptionList } from '../../../parts/option-list.tsx'
import { valuesQuery } from '../../../queries.ts'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'

export interface Valued {
  readonly draft: Condition
  readonly field: shapes.FieldShape
  readonly onChange: (values: string[]) => void
}

/** The values to choose from, what is chosen first; typing narrows them down. */
export function ValueList({ draft, field, onChange }: Valued) {
  const words = useWords()
  const [search, setSearch] = useState('')
  const box = useCombobox({ opened: true })
  const { values } = draft
  const options = useOptions(field, search, values)
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
  return (
    <Combobox store={box} onOptionSubmit={toggle}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          label={words('filters.value')}
          placeholder={words('filters.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <OptionList
        groups={found([{ label: null, options }], search)}
        chosen={values}
        many
        label={words('filters.value')}
        low
      />
    </Combobox>
  )
}

function useOptions(field: shapes.FieldShape, search: string, chosen: readonly string[]): readonly Option[] {
  const offered = useOffered(field, search)
  const label = (value: string) => offered.find((option) => option.value === value)?.label ?? value
  return [
    ...chosen.map((value) => ({ value, label: label(value) })),
    ...offered.filter(({ value }) => !chosen.includes(value)),
  ]
}

/** The closed list of the property, or what occurs in it, most frequent first. */
function useOffered({ path, kind, options }: shapes.FieldShape, search: string): readonly Option[] {
  const words = useWords()
  const { page } = useReport()
  const [settled] = useDebouncedValue(search, 150)
  const { data } = useQuery({ ...valuesQuery(page.id, path, settled), enabled: options === null && kind !== 'flag' })
  if (options) return options
  if (kind === 'flag')
    return [true, false].map((on) => ({ value: String(on), label: words(on ? 'filters.yes' : 'filters.no') }))
  return (data?.values ?? []).map(({ value, label, count }) => ({ value, label, hint: String(count) }))
}

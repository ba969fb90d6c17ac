import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { shapes } from '../../../../src/answer/index.ts'
import { takeFocus } from '../../../parts/choice.tsx'
import { found, OptionList } from '../../../parts/option-list.tsx'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'

interface Chosen {
  readonly chosen: string | null
  readonly onChoose: (field: shapes.FieldShape) => void
}

/** The properties that can be filtered by; typing narrows them down. */
export function PropertySelect({ chosen, onChoose }: Chosen) {
  const words = useWords()
  const { page } = useReport()
  const { box, search, setSearch } = useTypedBox()
  const options = page.filters.map(({ path, label }) => ({ value: path, label }))
  const choose = (path: string) => {
    const field = page.filters.find((field) => field.path === path)
    if (field) onChoose(field)
    box.closeDropdown()
  }
  return (
    <Combobox store={box} onOptionSubmit={choose} withinPortal={false} shadow="sm" offset={4}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={takeFocus}
          label={words('filters.property')}
          placeholder={words('filters.findProperty')}
          value={search ?? options.find(({ value }) => value === chosen)?.label ?? ''}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onFocus={() => box.openDropdown()}
          onClick={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <OptionList
          groups={found([{ label: null, options }], search ?? '')}
          chosen={chosen === null ? [] : [chosen]}
          many={false}
          label={words('filters.property')}
          low
        />
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** What is typed counts until the list closes; then what was chosen stands there again. */
function useTypedBox() {
  const [search, setSearch] = useState<string | null>(null)
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption()
      setSearch(null)
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list changes with the search.
  useEffect(() => {
    if (search === null) return
    box.openDropdown()
    box.selectFirstOption()
  }, [search])
  const [, setOpened] = useState(false)
  // The input names the list that it opens only when it is drawn after it.
  useEffect(() => setOpened(box.dropdownOpened), [box.dropdownOpened])
  return { box, search, setSearch }
}

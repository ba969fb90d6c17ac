import { Combobox, useCombobox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useWords } from '../words/index.ts'
import styles from './choice.module.css'
import { found, type OptionGroup, OptionList } from './option-list.tsx'
import { SettingButton } from './setting-button.tsx'

interface Chosen {
  readonly label: string
  /** What the row shows for what is chosen. */
  readonly shown: string
  readonly groups: readonly OptionGroup[]
  readonly chosen: readonly string[]
  readonly onPick: (value: string) => void
  /** Several can be chosen: the list stays open. */
  readonly many?: boolean
  readonly searchable?: boolean
  readonly disabled?: boolean
}

/** One setting: a quiet row that opens a list. */
export function Choice({ many = false, searchable = false, ...of }: Chosen) {
  const { box, search, setSearch } = useSearchedBox(searchable)
  const pick = (value: string) => {
    of.onPick(value)
    if (many) return
    box.closeDropdown()
    box.focusTarget()
  }
  return (
    <Combobox store={box} onOptionSubmit={pick} position="bottom-end" width={268} shadow="sm" offset={4} {...inPlace}>
      <Combobox.Target targetType="button" withAriaAttributes>
        <SettingButton
          label={of.label}
          shown={of.shown}
          disabled={of.disabled}
          open={box.dropdownOpened}
          onClick={() => box.toggleDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown className={styles.dropdown}>
        {searchable && <Search value={search} onChange={setSearch} label={of.label} />}
        <OptionList groups={found(of.groups, search)} chosen={of.chosen} many={many} label={of.label} />
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** The list opens with the search in focus, or at what is chosen. */
function useSearchedBox(searchable: boolean) {
  const [search, setSearch] = useState('')
  const box = useCombobox({
    onDropdownOpen: () => (searchable ? box.focusSearchInput() : box.selectActiveOption()),
    onDropdownClose: () => {
      box.resetSelectedOption()
      setSearch('')
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list changes with the search.
  useEffect(() => {
    if (search) box.selectFirstOption()
  }, [search])
  return { box, search, setSearch }
}

/** Inside the panel, so that it belongs to its landmark; fixed, so that the panel does not clip it. */
export const inPlace = { withinPortal: false, floatingStrategy: 'fixed' } as const

interface Searched {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly label: string
}

function Search({ value, onChange, label }: Searched) {
  const words = useWords()
  return (
    <Combobox.Search
      role="combobox"
      aria-expanded
      className={styles.search}
      aria-label={`${words('filters.search')}: ${label}`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={words('filters.search')}
    />
  )
}

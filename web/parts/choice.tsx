import { Combobox, useCombobox } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
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
  const list = useId()
  const pick = (value: string) => {
    of.onPick(value)
    if (many) return
    box.closeDropdown()
    box.focusTarget()
  }
  return (
    <Combobox
      store={box}
      onOptionSubmit={pick}
      position="bottom-end"
      width={268}
      shadow="sm"
      offset={4}
      keepMounted={false}
      {...inPlace}
    >
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
        {searchable && <Search list={list} value={search} onChange={setSearch} label={of.label} />}
        <OptionList id={list} groups={found(of.groups, search)} chosen={of.chosen} many={many} label={of.label} />
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** The list opens with the search in focus, or at what is chosen. */
function useSearchedBox(searchable: boolean) {
  const [search, setSearch] = useState('')
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption()
      setSearch('')
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is there when it has opened.
  useEffect(() => {
    if (box.dropdownOpened && !searchable) box.selectActiveOption()
  }, [box.dropdownOpened])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list changes with the search.
  useEffect(() => {
    if (search) box.selectFirstOption()
  }, [search])
  return { box, search, setSearch }
}

/** Inside the panel, so that it belongs to its landmark; fixed, so that the panel does not clip it. */
export const inPlace = { withinPortal: false, floatingStrategy: 'fixed' } as const

/** At once: keys that follow the one that opened the list are typed here. */
export const takeFocus = (input: HTMLInputElement | null) => input?.focus({ preventScroll: true })

interface Searched {
  readonly list: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly label: string
}

function Search({ list, value, onChange, label }: Searched) {
  const words = useWords()
  return (
    <Combobox.Search
      ref={takeFocus}
      role="combobox"
      aria-expanded
      aria-controls={list}
      className={styles.search}
      aria-label={`${words('filters.search')}: ${label}`}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={words('filters.search')}
    />
  )
}

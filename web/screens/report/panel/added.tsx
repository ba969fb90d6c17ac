import { ActionIcon, Popover, UnstyledButton } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import type { Condition } from '../../../../src/answer/index.ts'
import { inPlace } from '../../../parts/choice.tsx'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'
import styles from './added.module.css'
import { useSaid } from './condition-words.ts'
import { FilterEditor } from './filter-editor.tsx'

/** Conditions on any property: all of them must hold. */
export function Added() {
  const words = useWords()
  const { question, ask } = useReport()
  const filters = question.filters ?? []
  const set = (filters: Condition[]) => ask({ filters: filters.length > 0 ? filters : undefined })
  return (
    <>
      {filters.map((filter, place) => (
        <AddedFilter
          // biome-ignore lint/suspicious/noArrayIndexKey: a filter is its place in the question.
          key={place}
          filter={filter}
          onChange={(changed) => set(filters.with(place, changed))}
          onRemove={() => set(filters.toSpliced(place, 1))}
        />
      ))}
      <Editing filter={null} onDone={(added) => set([...filters, added])}>
        {(toggle) => (
          <UnstyledButton className={styles.add} onClick={toggle}>
            <IconPlus size={14} stroke={2} />
            {words('filters.add')}
          </UnstyledButton>
        )}
      </Editing>
    </>
  )
}

interface Row {
  readonly filter: Condition
  readonly onChange: (changed: Condition) => void
  readonly onRemove: () => void
}

function AddedFilter({ filter, onChange, onRemove }: Row) {
  const words = useWords()
  const { property, rest } = useSaid(filter)
  const said = `${property} ${rest}`
  return (
    <div className={styles.row}>
      <Editing filter={filter} onDone={onChange}>
        {(toggle) => (
          <UnstyledButton
            className={styles.filter}
            aria-label={words('filters.edit', { filter: said })}
            onClick={toggle}
          >
            <span className={styles.property}>{property}</span> {rest}
          </UnstyledButton>
        )}
      </Editing>
      <ActionIcon aria-label={words('filters.remove', { filter: said })} onClick={onRemove}>
        <IconX size={14} stroke={1.8} />
      </ActionIcon>
    </div>
  )
}

interface Edited {
  readonly filter: Condition | null
  readonly onDone: (filter: Condition) => void
  readonly children: (toggle: () => void) => ReactElement
}

function Editing({ filter, onDone, children }: Edited) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const done = (filter: Condition) => {
    setOpen(false)
    onDone(filter)
  }
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={276}
      transitionProps={{ duration: 0 }}
      {...inPlace}
      returnFocus
    >
      <Popover.Target>{children(() => setOpen(!open))}</Popover.Target>
      <Popover.Dropdown className={styles.editor} aria-label={words('filters.condition')}>
        {open && <FilterEditor filter={filter} onDone={done} onCancel={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  )
}

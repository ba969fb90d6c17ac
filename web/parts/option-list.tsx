import { Combobox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useWords } from '../words/index.ts'
import styles from './option-list.module.css'

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly depth?: number
}

export interface OptionGroup {
  readonly label: string | null
  readonly options: readonly Option[]
}

interface Listed {
  readonly id?: string
  readonly groups: readonly OptionGroup[]
  readonly chosen: readonly string[]
  readonly many: boolean
  readonly label: string
  /** Among other inputs, where there is less room. */
  readonly low?: boolean
}

/** What can be chosen, in groups; what is chosen has a check. */
export function OptionList({ id, groups, chosen, many, label, low }: Listed) {
  const words = useWords()
  return (
    <Combobox.Options
      id={id}
      className={styles.options}
      data-low={low}
      aria-label={label}
      aria-multiselectable={many || undefined}
    >
      {groups.length === 0 && <Combobox.Empty>{words('filters.noMatch')}</Combobox.Empty>}
      {groups.map((group) =>
        group.label ? (
          <Combobox.Group key={group.label} label={group.label}>
            <Rows options={group.options} chosen={chosen} many={many} />
          </Combobox.Group>
        ) : (
          <Rows key="" options={group.options} chosen={chosen} many={many} />
        ),
      )}
    </Combobox.Options>
  )
}

type Rowed = Pick<Listed, 'chosen' | 'many'> & Pick<OptionGroup, 'options'>

function Rows({ options, chosen, many }: Rowed) {
  return options.map(({ value, label, hint, depth = 0 }) => {
    const on = chosen.includes(value)
    return (
      <Combobox.Option key={value} value={value} active={on} aria-selected={on} className={styles.option}>
        {many && (
          <span className={styles.box} data-on={on || undefined}>
            {on && <IconCheck size={12} stroke={3} />}
          </span>
        )}
        <span className={styles.label} style={{ paddingInlineStart: depth * 14 }}>
          {label}
        </span>
        {hint && <span className={styles.hint}>{hint}</span>}
        {!many && on && <IconCheck size={14} className={styles.check} />}
      </Combobox.Option>
    )
  })
}

/** Each word of the search must occur. */
export function found(groups: readonly OptionGroup[], search: string): readonly OptionGroup[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (label: string) => wanted.every((word) => label.toLowerCase().includes(word))
  return groups
    .map((group) => ({ ...group, options: group.options.filter((option) => fits(option.label)) }))
    .filter((group) => group.options.length > 0)
}

import { Choice } from '../../../parts/choice.tsx'
import type { Option } from '../../../parts/option-list.tsx'
import { useWords } from '../../../words/index.ts'

interface Listed {
  readonly label: string
  readonly none: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[] | undefined) => void
}

/** Several of a list; none chosen is all of it. */
export function Several({ label, none, options, chosen, onChange }: Listed) {
  const words = useWords()
  const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label)
  const shown =
    chosen.length === 0
      ? none
      : names.length === 1
        ? (names[0] ?? '')
        : words('filters.chosen', { count: chosen.length })
  const toggle = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <Choice
      label={label}
      shown={shown}
      groups={[{ label: null, options }]}
      chosen={chosen}
      onPick={toggle}
      many
      searchable
    />
  )
}

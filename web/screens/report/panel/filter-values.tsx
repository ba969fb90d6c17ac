import { TextInput } from '@mantine/core'
import { useWords } from '../../../words/index.ts'
import styles from './added.module.css'
import { isNumeric } from './condition-words.ts'
import { type Valued, ValueList } from './value-list.tsx'

/** The input that the operator and the kind of the property call for. */
export function FilterValues(of: Valued) {
  const words = useWords()
  switch (of.draft.is) {
    case 'known':
    case 'unknown':
      return null
    case 'any-of':
    case 'none-of':
      return <ValueList {...of} />
    case 'between':
      return (
        <div className={styles.pair}>
          <Single {...of} place={0} label={words('filters.from')} />
          <Single {...of} place={1} label={words('filters.until')} />
        </div>
      )
    case 'in-last-days':
    case 'in-next-days':
      return <Amount {...of} place={0} label={words('filters.days')} />
    case 'contains':
    case 'greater-than':
    case 'less-than':
    case 'before':
    case 'after':
      return <Single {...of} place={0} label={words('filters.value')} />
  }
}

type Placed = Valued & { readonly place: number; readonly label: string }

function Single(of: Placed) {
  if (isNumeric(of.field.kind)) return <Amount {...of} />
  const type = of.field.kind === 'day' || of.field.kind === 'instant' ? 'date' : 'text'
  return (
    <TextInput
      type={type}
      label={of.label}
      value={of.draft.values[of.place] ?? ''}
      onChange={(event) => of.onChange(placed(of, event.currentTarget.value))}
    />
  )
}

const hour = 3_600_000

/** Durations are asked for in hours and kept in milliseconds. */
function Amount(of: Placed) {
  const words = useWords()
  const isDays = of.draft.is === 'in-last-days' || of.draft.is === 'in-next-days'
  const unit = of.field.kind === 'duration' ? hour : 1
  const text = of.draft.values[of.place] ?? ''
  return (
    <TextInput
      type="number"
      step={isDays ? 1 : 'any'}
      min={isDays ? 1 : undefined}
      label={unit === hour ? `${of.label} (${words('filters.hours')})` : of.label}
      value={text === '' ? '' : Number(text) / unit}
      onChange={({ currentTarget: { value } }) =>
        of.onChange(placed(of, value === '' ? '' : String(Number(value) * unit)))
      }
    />
  )
}

const placed = ({ draft, place }: Placed, value: string): string[] => {
  const values = [...draft.values]
  values[place] = value
  return Array.from(values, (value) => value ?? '')
}

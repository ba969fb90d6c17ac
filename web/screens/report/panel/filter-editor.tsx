import { Button, FocusTrap, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Condition, Operator, shapes } from '../../../../src/answer/index.ts'
import { bare } from '../../../choices.ts'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'
import styles from './added.module.css'
import { FilterValues } from './filter-values.tsx'
import { PropertySelect } from './property-select.tsx'

interface Edited {
  readonly filter: Condition | null
  readonly onDone: (filter: Condition) => void
  readonly onCancel: () => void
}

/** A property, what must hold of it, and the values. */
export function FilterEditor({ filter, onDone, onCancel }: Edited) {
  const words = useWords()
  const { page } = useReport()
  const [draft, setDraft] = useState<Condition | null>(filter)
  const field = page.filters.find(({ path }) => path === draft?.field)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft && isWhole(draft)) onDone(draft)
  }
  return (
    <FocusTrap>
      <form className={styles.form} onSubmit={submit}>
        <PropertySelect chosen={draft?.field ?? null} onChoose={(field) => setDraft(freshCondition(field))} />
        {draft && field && <OperatorSelect draft={draft} field={field} onChange={setDraft} />}
        {draft && field && (
          <FilterValues draft={draft} field={field} onChange={(values) => setDraft({ ...draft, values })} />
        )}
        <div className={styles.buttons}>
          <Button onClick={onCancel}>{words('filters.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={!draft || !isWhole(draft)}>
            {words('filters.apply')}
          </Button>
        </div>
      </form>
    </FocusTrap>
  )
}

function freshCondition({ path, operators }: shapes.FieldShape): Condition {
  return { field: path, is: operators[0] ?? 'any-of', values: [] }
}

const needed = (is: Operator) => (bare.includes(is) ? 0 : is === 'between' ? 2 : 1)

const isWhole = ({ is, values }: Condition) => values.filter((value) => value.trim() !== '').length >= needed(is)

interface Operated {
  readonly draft: Condition
  readonly field: shapes.FieldShape
  readonly onChange: (draft: Condition) => void
}

function OperatorSelect({ draft, field, onChange }: Operated) {
  const words = useWords()
  const choose = (value: string | null) => {
    const is = field.operators.find((operator) => operator === value)
    if (is) onChange({ ...draft, is, values: sameValues(draft.is, is) ? draft.values : [] })
  }
  return (
    <Select
      label={words('filters.condition')}
      data={field.operators.map((value) => ({ value, label: words(`operator.${value}`) }))}
      value={draft.is}
      onChange={choose}
      comboboxProps={{ withinPortal: false }}
    />
  )
}

const alike: readonly (readonly Operator[])[] = [
  ['any-of', 'none-of'],
  ['greater-than', 'less-than'],
  ['before', 'after'],
  ['in-last-days', 'in-next-days'],
]

/** Values may stay when the new operator takes the same. */
const sameValues = (a: Operator, b: Operator) => alike.some((list) => list.includes(a) && list.includes(b))

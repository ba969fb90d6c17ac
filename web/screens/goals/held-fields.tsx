import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useId } from 'react'
import type { shapes } from '../../../src/answer/index.ts'
import { useWords } from '../../words/index.ts'
import type { Draft } from './draft.ts'
import { amountIn } from './draft.ts'
import styles from './goals.module.css'
import { PeriodFields } from './period-fields.tsx'

export interface Edited {
  readonly draft: Draft
  readonly people: shapes.People
  readonly onChange: (draft: Draft) => void
}

const inside = { withinPortal: false } as const

/** Whose it is, for which pipeline and days, and how much. */
export function HeldFields(of: Edited) {
  return (
    <>
      <Whose {...of} />
      <Holder {...of} />
      <PeriodFields {...of} />
      <PipelineField {...of} />
      <AmountField {...of} />
    </>
  )
}

function Whose({ draft, onChange }: Edited) {
  const words = useWords()
  const label = useId()
  const data = (['person', 'team'] as const).map((value) => ({ value, label: words(`goals.${value}`) }))
  return (
    <div>
      <span id={label} className={styles.label}>
        {words('goals.for')}
      </span>
      <SegmentedControl
        fullWidth
        aria-labelledby={label}
        data={data}
        value={draft.whose}
        onChange={(whose) => onChange({ ...draft, whose: whose === 'team' ? 'team' : 'person' })}
      />
    </div>
  )
}

function Holder({ draft, people, onChange }: Edited) {
  const words = useWords()
  const person = draft.whose === 'person'
  const owners = people.owners.filter(({ id, active }) => active || id === draft.ownerId)
  return (
    <Select
      key={draft.whose}
      label={words(`goals.${draft.whose}`)}
      data={(person ? owners : people.teams).map(({ id, name }) => ({ value: id, label: name }))}
      value={person ? draft.ownerId : draft.teamId}
      onChange={(id) => onChange({ ...draft, ...(person ? { ownerId: id } : { teamId: id }) })}
      searchable
      nothingFoundMessage={words('filters.noMatch')}
      comboboxProps={inside}
    />
  )
}

const everyPipeline = ''

function PipelineField({ draft, people, onChange }: Edited) {
  const words = useWords()
  const all = { value: everyPipeline, label: words('filters.allPipelines') }
  return (
    <Select
      label={words('filters.pipeline')}
      data={[
        all,
        ...people.pipelines.filter(({ object }) => object === 'deal').map(({ id, label }) => ({ value: id, label })),
      ]}
      value={draft.pipelineId ?? everyPipeline}
      onChange={(id) => onChange({ ...draft, pipelineId: id || null })}
      comboboxProps={inside}
    />
  )
}

function AmountField({ draft, people, onChange }: Edited) {
  const words = useWords()
  const wrong = draft.amount.trim() !== '' && amountIn(draft.amount) === null
  return (
    <TextInput
      label={words('goals.amountIn', { currency: people.account.currency })}
      inputMode="decimal"
      value={draft.amount}
      error={wrong ? words('goals.noAmount') : null}
      onChange={(event) => onChange({ ...draft, amount: event.currentTarget.value })}
    />
  )
}

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { shapes } from '../../../src/answer/index.ts'
import type { Goal } from '../../../src/store/index.ts'
import { useWords } from '../../words/index.ts'
import { readerLanguage } from '../../words/language.ts'
import { draftOf, goalTermsOf, newDraft } from './draft.ts'
import { GoalHistory } from './goal-history.tsx'
import styles from './goals.module.css'
import { HeldFields } from './held-fields.tsx'
import { usePutGoal } from './kept-queries.ts'
import { periodName } from './period.ts'
import { Refused } from './refused.tsx'
import { RemoveGoal } from './remove-goal.tsx'

interface Edited {
  /** Null for one that is to be made. */
  readonly goal: Goal | null
  readonly people: shapes.People
  readonly onDone: () => void
}

export function GoalEditor({ goal, people, onDone }: Edited) {
  const words = useWords()
  const { today } = people.account
  const [id] = useState(() => goal?.id ?? crypto.randomUUID())
  const [draft, setDraft] = useState(() => (goal ? draftOf(goal, today) : newDraft(today)))
  const { mutate, isPending, error } = usePutGoal(id, goal?.revision ?? 0, onDone)
  const terms = goalTermsOf(draft, readerLanguage())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (terms) mutate(terms)
  }
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <HeldFields draft={draft} people={people} onChange={setDraft} />
        <TextInput
          label={words('goals.name')}
          placeholder={periodName(draft, readerLanguage()) ?? ''}
          value={draft.said}
          onChange={(event) => setDraft({ ...draft, said: event.currentTarget.value })}
        />
        <Refused error={error} />
        <div className={styles.buttons}>
          {goal && <RemoveGoal goal={goal} onDone={onDone} />}
          <Button type="submit" variant="filled" loading={isPending} disabled={!terms}>
            {words(goal ? 'goals.save' : 'goals.add')}
          </Button>
        </div>
      </form>
      {goal && <GoalHistory id={goal.id} people={people} />}
    </>
  )
}

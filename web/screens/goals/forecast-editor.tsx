import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { shapes } from '../../../src/answer/index.ts'
import type { Forecast } from '../../../src/store/index.ts'
import { useWords } from '../../words/index.ts'
import { draftOf, forecastTermsOf, newDraft } from './draft.ts'
import styles from './goals.module.css'
import { HeldFields } from './held-fields.tsx'
import { useSubmitForecast } from './kept-queries.ts'
import { Refused } from './refused.tsx'

interface Edited {
  /** One for the same period, that this one will count in place of; null for none. */
  readonly before: Forecast | null
  readonly people: shapes.People
  readonly onDone: () => void
}

export function ForecastEditor({ before, people, onDone }: Edited) {
  const words = useWords()
  const { today } = people.account
  const [draft, setDraft] = useState(() => (before ? draftOf(before, today) : newDraft(today)))
  const { mutate, isPending, error } = useSubmitForecast(onDone)
  const terms = forecastTermsOf(draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (terms) mutate(terms)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.soft}>{words('goals.latestCounts')}</p>
      <HeldFields draft={draft} people={people} onChange={setDraft} />
      <TextInput
        label={words('goals.note')}
        value={draft.said}
        onChange={(event) => setDraft({ ...draft, said: event.currentTarget.value })}
      />
      <Refused error={error} />
      <div className={styles.buttons}>
        <Button type="submit" variant="filled" loading={isPending} disabled={!terms}>
          {words('goals.submit')}
        </Button>
      </div>
    </form>
  )
}

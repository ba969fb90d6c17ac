import { Button, FocusTrap } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useWords } from '../../../words/index.ts'
import type { Setting } from './setting.ts'
import { StepRow } from './step-row.tsx'
import styles from './steps.module.css'
import { moved, type Step, written } from './steps.ts'
import { useDragging } from './use-dragging.ts'

interface Edited {
  readonly setting: Setting
  readonly steps: readonly Step[]
  /** Nothing was chosen yet. */
  readonly usual: boolean
  readonly onDone: (value: string) => void
  readonly onCancel: () => void
}

/** Choose steps and put them in order, by pointer or by keyboard. */
export default function StepEditor({ setting, steps: given, usual, onDone, onCancel }: Edited) {
  const words = useWords()
  const [steps, setSteps] = useState(given)
  const [said, say] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const move = (from: number, to: number) => {
    const next = moved(steps, from, to)
    if (next === steps) return
    setSteps(next)
    say(words('steps.moved', { step: steps[from]?.label, place: to + 1, count: steps.length }))
  }
  const { dragged, startAt } = useDragging(list, move)
  const change = (place: number, change: Partial<Step>) =>
    setSteps(steps.map((step, i) => (i === place ? { ...step, ...change } : step)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDone(written(steps))
  }
  return (
    <FocusTrap>
      <form className={styles.editor} onSubmit={submit}>
        <p className={styles.doc}>{setting.doc}</p>
        <ol className={styles.list} ref={list}>
          {steps.map((step, place) => (
            <StepRow
              key={step.id}
              step={step}
              optional={setting.optional && place > 0}
              ordered
              dragged={dragged === place}
              onGrab={(event) => startAt(place, event)}
              onChange={(changed) => change(place, changed)}
              onMove={(by) => move(place, place + by)}
              ends={{ first: place === 0, last: place === steps.length - 1 }}
            />
          ))}
        </ol>
        <span role="status" className={styles.unseen}>
          {said}
        </span>
        <div className={styles.buttons}>
          <Button variant="subtle" disabled={usual} onClick={() => onDone('')} className={styles.reset}>
            {words('steps.reset')}
          </Button>
          <Button onClick={onCancel}>{words('filters.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={written(steps) === ''}>
            {words('filters.apply')}
          </Button>
        </div>
      </form>
    </FocusTrap>
  )
}

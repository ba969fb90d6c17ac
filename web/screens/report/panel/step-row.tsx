import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import { type PointerEvent, useRef } from 'react'
import { useWords } from '../../../words/index.ts'
import styles from './steps.module.css'
import type { Step } from './steps.ts'

interface Row {
  readonly step: Step
  /** Whether it may be marked as optional. */
  readonly optional: boolean
  /** Whether it may be moved. */
  readonly ordered: boolean
  readonly dragged: boolean
  readonly ends: { readonly first: boolean; readonly last: boolean }
  readonly onGrab: (event: PointerEvent) => void
  readonly onChange: (change: Partial<Step>) => void
  readonly onMove: (by: 1 | -1) => void
}

export function StepRow({ step, optional, ordered, dragged, ends, onGrab, onChange, onMove }: Row) {
  const words = useWords()
  return (
    <li className={styles.row} data-dragged={dragged || undefined} data-off={!step.chosen || undefined}>
      {ordered && (
        <span className={styles.grip} onPointerDown={onGrab} aria-hidden>
          <IconGripVertical size={14} stroke={1.6} />
        </span>
      )}
      <label className={styles.choose}>
        <input
          type="checkbox"
          checked={step.chosen}
          onChange={(event) => onChange({ chosen: event.currentTarget.checked })}
        />
        <span className={styles.label}>{step.label}</span>
      </label>
      {optional && step.chosen && (
        <label className={styles.optional}>
          <input
            type="checkbox"
            checked={step.optional}
            aria-label={words('steps.optionalStep', { step: step.label })}
            onChange={(event) => onChange({ optional: event.currentTarget.checked })}
          />
          {words('steps.optional')}
        </label>
      )}
      {ordered && (
        <>
          <MoveButton label={words('steps.up', { step: step.label })} by={-1} disabled={ends.first} onMove={onMove} />
          <MoveButton label={words('steps.down', { step: step.label })} by={1} disabled={ends.last} onMove={onMove} />
        </>
      )}
    </li>
  )
}

interface Move {
  readonly label: string
  readonly by: 1 | -1
  readonly disabled: boolean
  readonly onMove: (by: 1 | -1) => void
}

/** Keeps the focus while its row moves, so that it can be pressed again. */
function MoveButton({ label, by, disabled, onMove }: Move) {
  const button = useRef<HTMLButtonElement>(null)
  const Icon = by < 0 ? IconArrowUp : IconArrowDown
  const press = () => {
    if (disabled) return
    onMove(by)
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <ActionIcon
      ref={button}
      size={24}
      aria-label={label}
      aria-disabled={disabled}
      className={styles.move}
      onClick={press}
    >
      <Icon size={14} stroke={1.6} />
    </ActionIcon>
  )
}

import { UnstyledButton } from '@mantine/core'
import type { Cell } from '../../../src/answer/question/question.ts'
import type { Figures, FunnelStep, StepFigure } from '../../../src/draw/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './funnel.module.css'
import { OpenFigure } from './open-figure.tsx'

interface Props {
  readonly step: FunnelStep
  readonly figures: Figures
  readonly onOpen: (cell: Cell) => void
}

/** One step: its bar opens what came so far, the figures beside it what they count. */
export function StepRow({ step, figures, onOpen }: Props) {
  const t = useWords()
  const { key, label, optional, skipped, overall, time } = step
  const beside = (figure: StepFigure | null, className: string | undefined) => (
    <span className={className}>
      {figure && <OpenFigure of={label} by={key} figure={figure} figures={figures} onOpen={onOpen} />}
    </span>
  )
  return (
    <div className={styles.step}>
      <span className={styles.label} title={label}>
        {label}
        {optional && <span className={styles.optional}>{t('answer.funnel.optional')}</span>}
      </span>
      <Bar step={step} figures={figures} onOpen={onOpen} />
      {beside(skipped, styles.aside)}
      {beside(time, styles.aside)}
      {beside(overall, styles.overall)}
    </div>
  )
}

function Bar({ step, figures, onOpen }: Props) {
  const t = useWords()
  const { key, label, main, width, skippedWidth } = step
  const said = figures.exact(main.value, main.measure.kind)
  return (
    <UnstyledButton
      className={styles.bar}
      aria-label={t('answer.open', { what: `${label}, ${main.measure.label}`, value: said })}
      onClick={() => onOpen({ measure: main.measure.key, by: key })}
    >
      <span className={styles.reached} style={{ width: percent(width - skippedWidth) }} />
      <span className={styles.skipped} style={{ width: percent(skippedWidth) }} />
      <Before step={step} />
      <span className={styles.value}>{said}</span>
    </UnstyledButton>
  )
}

/** Where the bar ended in the comparison. */
function Before({ step: { previous, main, width } }: { readonly step: FunnelStep }) {
  if (previous === null || main.value === 0) return null
  return (
    <span className={styles.before} style={{ width: `calc((100% - 64px) * ${(previous / main.value) * width})` }} />
  )
}

const percent = (share: number) => `${Math.max(0, share * 100).toFixed(3)}%`

import type { Cell } from '../../../src/answer/question/question.ts'
import type { Answer } from '../../../src/answer/shapes.ts'
import { type FunnelStep, funnelOf, type Mark, markOf } from '../../../src/draw/index.ts'
import { drawnWords } from '../../words/index.ts'
import { Caption } from '../chart/caption.tsx'
import { useFigures } from '../figures.ts'
import styles from './funnel.module.css'
import { PassageRow } from './passage.tsx'
import { StepRow } from './step-row.tsx'

interface Props {
  readonly answer: Answer
  readonly highlighted: Mark | null
  readonly onHighlight: (mark: Mark | null) => void
  readonly onOpen: (cell: Cell) => void
}

/** The steps one below the other, each as wide as what came so far. Every figure opens its records. */
export function Funnel({ answer, highlighted, onHighlight, onOpen }: Props) {
  const figures = useFigures(answer)
  const steps = funnelOf(answer)
  return (
    <figure className={styles.funnel}>
      <figcaption className={styles.caption}>
        <Caption answer={answer} />
        <Legend steps={steps} compared={answer.compareRange !== null} />
      </figcaption>
      <Heads steps={steps} />
      <ol className={styles.steps} onMouseLeave={() => onHighlight(null)}>
        {steps.map((step) => (
          <li
            key={step.key}
            data-lit={highlighted === markOf('by', step.key) || undefined}
            onMouseEnter={() => onHighlight(markOf('by', step.key))}
          >
            <StepRow step={step} figures={figures} onOpen={onOpen} />
            {step.passage && <PassageRow step={step} passage={step.passage} figures={figures} onOpen={onOpen} />}
          </li>
        ))}
      </ol>
    </figure>
  )
}

/** What the figures beside the bars are; each of them says it itself when it is read out. */
function Heads({ steps }: { readonly steps: readonly FunnelStep[] }) {
  const name = (of: 'skipped' | 'time' | 'overall') => steps.find((step) => step[of])?.[of]?.measure.label
  return (
    <div className={styles.heads} aria-hidden>
      <span>{name('skipped')}</span>
      <span>{name('time')}</span>
      <span>{name('overall')}</span>
    </div>
  )
}

function Legend({ steps, compared }: { readonly steps: readonly FunnelStep[]; readonly compared: boolean }) {
  const [skipped] = steps.flatMap((step) => step.skipped ?? [])
  return (
    <span className={styles.legend}>
      {skipped && (
        <span className={styles.entry}>
          <i className={styles.pale} /> {skipped.measure.label}
        </span>
      )}
      {compared && (
        <span className={styles.entry}>
          <i className={styles.outlined} /> {drawnWords('earlier')}
        </span>
      )}
    </span>
  )
}

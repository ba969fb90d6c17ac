import { Popover, UnstyledButton } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { shapes } from '../../../../src/answer/index.ts'
import { inPlace } from '../../../parts/choice.tsx'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'
import { type Setting, useSetting } from './setting.ts'
import styles from './steps.module.css'
import { type Step, stepsIn, written } from './steps.ts'

const StepEditor = lazy(() => import('./step-editor.tsx'))

/** Which steps, and in which order: the pencil opens the editor. */
export function SettingSteps({ setting }: { readonly setting: Setting }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const [value, set] = useSetting(setting)
  const steps = useSteps(setting, value)
  if (steps.length === 0) return null
  const done = (value: string) => {
    setOpen(false)
    set(value)
  }
  const shown = value === '' ? words('steps.usual') : words('filters.chosen', { count: chosenIn(steps).length })
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={setting.optional ? 372 : 284}
      {...inPlace}
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton className={styles.setting} data-open={open || undefined} onClick={() => setOpen(!open)}>
          <span className={styles.name}>{setting.label}</span>
          <span className={styles.shown}>{shown}</span>
          <IconPencil size={14} stroke={1.6} className={styles.pencil} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown} aria-label={words('steps.title', { setting: setting.label })}>
        <Suspense>
          {open && (
            <StepEditor
              setting={setting}
              steps={steps}
              usual={value === ''}
              onDone={done}
              onCancel={() => setOpen(false)}
            />
          )}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

const chosenIn = (steps: readonly Step[]) => steps.filter(({ chosen }) => chosen)

/** Until something is chosen, the steps are those of the report, or of the answer where they depend on the pipeline. */
function useSteps({ kind, options, usual }: Setting, value: string): readonly Step[] {
  const { people, answer } = useReport()
  const all =
    kind === 'stages'
      ? stagesOf(people, answer?.question.pipeline)
      : options.map((option) => ({ id: option.value, label: option.label }))
  return stepsIn(value || usual || written(stepsIn(answered(answer), all)), all)
}

/** Lost is no step but the way out. */
const stagesOf = (people: shapes.People | undefined, pipeline: string | undefined) =>
  (people?.stages ?? []).filter((stage) => stage.pipelineId === pipeline && (stage.isWon || !stage.isClosed))

const answered = (answer: shapes.Answer | undefined): string =>
  [...new Set((answer?.rows ?? []).flatMap(({ by }) => by?.key ?? []))].join(',')

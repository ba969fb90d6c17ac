import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import type { Cell, Question } from '../../src/answer/question/question.ts'
import type { Answer } from '../../src/answer/shapes.ts'
import { useWords } from '../words/index.ts'
import { Behind } from './drawer/behind.tsx'

interface Props {
  readonly reportId: string
  readonly question: Question
  /** The figure that was opened; null when none is. */
  readonly cell: Cell | null
  readonly answer: Answer
  readonly onClose: () => void
}

/** What is behind one figure. Escape closes it, and focus goes back to the figure. */
export function RecordsDrawer({ reportId, question, cell, answer, onClose }: Props) {
  const t = useWords()
  const phone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false })
  // What was open stays drawn while the drawer slides away.
  const [last, setLast] = useState(cell)
  if (cell && cell !== last) setLast(cell)
  const size = phone ? '100%' : 'min(880px, 92vw)'
  return (
    <Drawer.Root opened={cell !== null} onClose={onClose} position="right" size={size} padding={0}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={t('answer.drawer.title')}>
        {last && (
          <Behind
            key={JSON.stringify(last)}
            reportId={reportId}
            question={question}
            cell={last}
            answer={answer}
            onClose={onClose}
          />
        )}
      </Drawer.Content>
    </Drawer.Root>
  )
}

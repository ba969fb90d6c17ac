import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Cell } from '../../../src/answer/question/question.ts'
import type { Answer, RecordsPage } from '../../../src/answer/shapes.ts'
import { useWords } from '../../words/index.ts'
import { useFigures } from '../figures.ts'
import styles from './drawer.module.css'
import { ExportButton } from './export-button.tsx'
import type { Listing } from './pages.ts'
import { figureAt } from './proof.ts'
import { ProofLine } from './proof-line.tsx'
import { placeOf } from './what.ts'

interface Props {
  /** Absent while it is on its way. */
  readonly page: RecordsPage | undefined
  readonly cell: Cell
  readonly answer: Answer
  readonly listing: Listing
  readonly onClose: () => void
}

/** The figure, what it is, and whether the list below proves it. */
export function Head({ page, cell, answer, listing, onClose }: Props) {
  const t = useWords()
  const figures = useFigures(answer)
  const measure = answer.measures.find(({ key }) => key === cell.measure)
  const label = page?.figureLabel ?? measure?.label ?? ''
  const shown = figureAt(answer, cell)
  const value = page ? page.figure : (shown ?? null)
  const kind = page?.figureKind ?? measure?.kind ?? 'number'
  return (
    <header className={styles.head}>
      <p className={styles.place}>{[label, ...placeOf(answer, cell)].filter(Boolean).join(' · ')}</p>
      <div className={styles.tools}>
        <ExportButton listing={listing} empty={page?.count === 0} />
        <Tooltip label={t('answer.drawer.close')}>
          <ActionIcon aria-label={t('answer.drawer.close')} onClick={onClose} data-autofocus>
            <IconX size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      <h2 className={styles.figure}>
        {figures.exact(value, kind)}
        {page?.makes === 'count' && <span className={styles.unit}> {nameOf(page)}</span>}
      </h2>
      <ProofLine page={page} shown={shown} figures={figures} />
      {(page?.completeness.complete === false ? page.completeness.notes : []).map((note) => (
        <p key={note} className={styles.doubt}>
          {note}
        </p>
      ))}
      <p className={styles.definition}>{page?.definition ?? measure?.doc}</p>
    </header>
  )
}

const nameOf = ({ count, entity }: RecordsPage): string => (count === 1 ? entity.label.toLowerCase() : entity.plural)

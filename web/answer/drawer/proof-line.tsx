import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { RecordsPage } from '../../../src/answer/shapes.ts'
import type { Figures } from '../../../src/draw/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './drawer.module.css'
import { agrees } from './proof.ts'

interface Props {
  readonly page: RecordsPage | undefined
  /** The figure on the screen; undefined when it shows none. */
  readonly shown: number | null | undefined
  readonly figures: Figures
}

/** The tick stands only where the list was seen to give the figure. */
export function ProofLine({ page, shown, figures }: Props) {
  const t = useWords()
  if (!page) return <p className={styles.proof}>{t('answer.drawer.loading')}</p>
  const count = page.makes === 'count' ? null : <span>{t('answer.drawer.count', { count: page.count })} · </span>
  if (!agrees(page, shown))
    return (
      <p className={styles.doubt} role="alert">
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
        {t('answer.drawer.differs', {
          count: page.count,
          list: figures.exact(page.figure, page.figureKind),
          figure: figures.exact(shown ?? null, page.figureKind),
        })}
      </p>
    )
  return (
    <p className={styles.proof}>
      {count}
      {t(`answer.drawer.makes.${page.makes}`)}
      <IconCheck className={styles.tick} size={16} stroke={2} aria-hidden="true" />
    </p>
  )
}

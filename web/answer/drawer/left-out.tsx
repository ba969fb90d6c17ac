import { Button, UnstyledButton } from '@mantine/core'
import { IconArrowLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { Answer, RecordsPage } from '../../../src/answer/shapes.ts'
import { useWords } from '../../words/index.ts'
import { useFigures } from '../figures.ts'
import styles from './drawer.module.css'
import type { Listing } from './pages.ts'
import { RecordsList } from './records-list.tsx'

type Reason = RecordsPage['leftOut'][number]

interface Props {
  readonly reasons: readonly Reason[]
  readonly listing: Listing
  readonly answer: Answer
}

/** What was considered and does not count, by reason; each reason opens its list. */
export function LeftOut({ reasons, listing, answer }: Props) {
  const t = useWords()
  const figures = useFigures(answer)
  const [chosen, choose] = useState<Reason | null>(null)
  if (reasons.length === 0) return <p className={styles.lead}>{t('answer.drawer.nothingLeftOut')}</p>
  if (chosen) return <OneReason reason={chosen} listing={listing} answer={answer} onBack={() => choose(null)} />
  return (
    <>
      <p className={styles.lead}>{t('answer.drawer.leftOutLead')}</p>
      <ul className={styles.reasons}>
        {reasons.map((reason) => (
          <li key={reason.reason}>
            <UnstyledButton
              className={styles.reason}
              aria-label={t('answer.drawer.showReason', { count: reason.count, reason: reason.label })}
              onClick={() => choose(reason)}
            >
              <span>{reason.label}</span>
              <span className={styles.reasonCount}>{figures.exact(reason.count, 'number')}</span>
              <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  )
}

function OneReason(props: Omit<Props, 'reasons'> & { readonly reason: Reason; readonly onBack: () => void }) {
  const t = useWords()
  const { reason, listing, answer, onBack } = props
  const figures = useFigures(answer)
  return (
    <>
      <div className={styles.chosen}>
        <Button
          size="compact-sm"
          variant="subtle"
          data-autofocus
          leftSection={<IconArrowLeft size={14} stroke={1.8} />}
          onClick={onBack}
        >
          {t('answer.drawer.back')}
        </Button>
        <span>{reason.label}</span>
        <span className={styles.reasonCount}>{figures.exact(reason.count, 'number')}</span>
      </div>
      <RecordsList listing={{ ...listing, leftOut: reason.reason }} answer={answer} />
    </>
  )
}

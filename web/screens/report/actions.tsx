import { ActionIcon, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconLink, IconRefresh } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useRefresh } from '../../queries.ts'
import { useWords } from '../../words/index.ts'
import { useOffer } from '../frame/offered.ts'
import styles from './actions.module.css'
import { panelTabs } from './asking.ts'
import { useReport } from './report-context.ts'

export function RefreshData() {
  const words = useWords()
  const { mutate, isPending, error } = useRefresh()
  const label = error ? error.message || words('state.unreachable') : words('report.refresh')
  return (
    <Tooltip label={label}>
      <ActionIcon
        size="var(--control)"
        aria-label={words('report.refresh')}
        aria-busy={isPending}
        disabled={isPending}
        data-failed={error ? true : undefined}
        className={styles.refresh}
        onClick={() => mutate()}
      >
        <IconRefresh size={18} stroke={1.6} className={isPending ? styles.turning : undefined} />
      </ActionIcon>
    </Tooltip>
  )
}

/** The address holds the whole state, so it is what is copied. */
export function CopyAddress() {
  const words = useWords()
  const { copy, copied, error } = useClipboard({ timeout: 1800 })
  const label = words(error ? 'report.copyFailed' : copied ? 'report.copied' : 'report.copy')
  return (
    <>
      <Tooltip label={label} opened={copied || error ? true : undefined} w={error ? 240 : undefined} multiline>
        <ActionIcon size="var(--control)" aria-label={words('report.copy')} onClick={() => copy(location.href)}>
          {copied ? <IconCheck size={18} stroke={1.8} className={styles.done} /> : <IconLink size={18} stroke={1.6} />}
        </ActionIcon>
      </Tooltip>
      <span role="status" className={styles.unseen}>
        {copied ? label : ''}
      </span>
    </>
  )
}

/** The same actions in the finder. */
export function useReportActions(): void {
  const words = useWords()
  const { mutate } = useRefresh()
  const { show } = useReport()
  const offers = useMemo(
    () => [
      { id: 'refresh', label: words('report.refresh'), onClick: () => mutate() },
      { id: 'copy', label: words('report.copy'), onClick: () => void navigator.clipboard.writeText(location.href) },
      ...panelTabs.map((tab) => ({
        id: tab,
        label: `${words('report.panel')}: ${words(`report.${tab}`)}`,
        onClick: () => show(tab),
      })),
    ],
    [words, mutate, show],
  )
  useOffer(offers)
}

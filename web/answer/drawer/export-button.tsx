import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { save } from '../../screens/report/save.ts'
import { useWords } from '../../words/index.ts'
import styles from './drawer.module.css'
import type { Listing } from './pages.ts'

/** The whole list as a file, however long it is. */
export function ExportButton({ listing, empty }: { readonly listing: Listing; readonly empty: boolean }) {
  const t = useWords()
  const { reportId, question, cell } = listing
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => save(await api.exported(reportId, question, cell), fileNameOf(listing)),
  })
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconDownload size={14} stroke={1.8} />}
        loading={isPending}
        disabled={empty}
        onClick={() => mutate()}
      >
        {t('answer.drawer.export')}
      </Button>
      {error && (
        <span role="alert" className={styles.exportFailed}>
          {error.message || t('answer.drawer.exportFailed')}
        </span>
      )}
    </>
  )
}

const fileNameOf = ({ reportId, cell }: Listing): string =>
  `${[reportId, cell.note ?? cell.measure, cell.by, cell.breakdown, cell.period]
    .filter(Boolean)
    .join('-')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.csv`

import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useWords } from '../../words/index.ts'
import styles from './actions.module.css'
import { useReport } from './report-context.ts'
import { save } from './save.ts'

/** The records behind each measure's total, not the summary of them. */
export function ExportRecords() {
  const words = useWords()
  const { answer } = useReport()
  const { mutate, isPending, error } = useExport()
  return (
    <Menu position="bottom-end" shadow="sm" width={260}>
      <Menu.Target>
        <Button
          className={styles.export}
          loading={isPending}
          disabled={!answer}
          leftSection={<IconDownload size={16} stroke={1.6} />}
        >
          {words('report.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{error ? error.message || words('state.unreachable') : words('report.exportHint')}</Menu.Label>
        {answer?.measures.map(({ key, label }) => (
          <Menu.Item key={key} onClick={() => mutate(key)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function useExport() {
  const { page, question } = useReport()
  return useMutation({
    mutationFn: async (measure: string) =>
      save(await api.exported(page.id, question, { measure }), `${page.id.replace('/', '-')}-${measure}.csv`),
  })
}

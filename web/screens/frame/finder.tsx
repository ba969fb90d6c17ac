import { useMantineColorScheme } from '@mantine/core'
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { reportsQuery } from '../../queries.ts'
import { useWords } from '../../words/index.ts'
import { addressOf } from './collections.ts'
import styles from './finder.module.css'
import { useOffered } from './offered.ts'
import { themes } from './theme-switch.tsx'

/** Ctrl/⌘ K: reports and actions by name. */
export default function Finder() {
  const words = useWords()
  const groups = [useReports(), useActions()]
  return (
    <Spotlight
      attributes={{ content: { 'aria-label': words('app.searchLong') } }}
      actions={groups}
      shortcut={['mod + K']}
      nothingFound={words('app.searchEmpty')}
      highlightQuery
      scrollAreaProps={{ mah: 440, viewportProps: { tabIndex: 0, role: 'group', 'aria-label': words('app.search') } }}
      size={560}
      yOffset="12vh"
      classNames={styles}
      overlayProps={{ blur: 0, color: 'var(--veil)', backgroundOpacity: 1 }}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} />,
        placeholder: words('app.searchLong'),
        'aria-label': words('app.searchLong'),
      }}
    />
  )
}

function useReports(): SpotlightActionGroupData {
  const words = useWords()
  const navigate = useNavigate()
  const { data } = useQuery(reportsQuery)
  const actions = (data ?? []).map(({ id, title, question, collection }) => ({
    id,
    label: title,
    description: question,
    keywords: collection,
    onClick: () => navigate({ to: '/reports/$collection/$report', params: addressOf(id) }),
  }))
  return { group: words('app.reports'), actions }
}

function useActions(): SpotlightActionGroupData {
  const words = useWords()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const offered = useOffered()
  const themed = themes.map((name) => ({
    id: `theme-${name}`,
    label: `${words('app.theme.label')}: ${words(`app.theme.${name}`)}`,
    onClick: () => setColorScheme(name),
  }))
  const places = [
    { id: 'start', label: words('start.title'), onClick: () => navigate({ to: '/' }) },
    { id: 'data', label: words('app.data'), onClick: () => navigate({ to: '/data' }) },
  ]
  return { group: words('app.actions'), actions: [...offered, ...places, ...themed] }
}

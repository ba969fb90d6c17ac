import { useMantineColorScheme } from '@mantine/core'
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { reportsQuery } from '../../queries.ts'
import { searchOf } from '../../url.ts'
import { chooseLanguage, type Language, languages, useWords } from '../../words/index.ts'
import { quickTopics } from '../start/quick-answers.ts'
import { addressOf } from './collections.ts'
import styles from './finder.module.css'
import { foundActions } from './found-actions.ts'
import { useOffered } from './offered.ts'
import { themes } from './theme-switch.tsx'

/** Ctrl/⌘ K: reports and actions by name. */
export function Finder() {
  const words = useWords()
  const [search, setSearch] = useState('')
  const [reports, questions, actions] = [useReports(), useQuestions(), useActions()]
  return (
    <Spotlight
      attributes={{ content: { 'aria-label': words('app.searchLong') } }}
      actions={search.trim() === '' ? [reports, actions] : [reports, questions, actions]}
      onQueryChange={setSearch}
      filter={foundActions}
      shortcut={['mod + K']}
      nothingFound={words('app.searchEmpty')}
      highlightQuery
      scrollAreaProps={{ mah: 440, viewportProps: { tabIndex: 0, role: 'group', 'aria-label': words('app.search') } }}
      size={560}
      yOffset="12vh"
      classNames={styles}
      overlayProps={{ blur: 0, color: 'var(--veil)', backgroundOpacity: 1 }}
      // Keys that follow at once are for the search.
      transitionProps={{ duration: 0 }}
      searchProps={{
        autoFocus: true,
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
  const actions = (data ?? []).map(({ id, title, question, collection, topic, about }) => ({
    id,
    label: title,
    description: question,
    keywords: [collection, topic, about],
    onClick: () => navigate({ to: '/reports/$collection/$report', params: addressOf(id) }),
  }))
  return { group: words('app.reports'), actions }
}

/** Only when something is looked for: there are many. */
function useQuestions(): SpotlightActionGroupData {
  const words = useWords()
  const navigate = useNavigate()
  const { data } = useQuery(reportsQuery)
  const actions = quickTopics(data ?? []).flatMap(({ topic, answers }) =>
    answers.map(({ ask, report, question }) => ({
      id: `ask ${ask}`,
      label: words(`start.ask.${ask}`),
      keywords: words(`start.topics.${topic}`),
      onClick: () =>
        navigate({ to: '/reports/$collection/$report', params: addressOf(report), search: searchOf(question) }),
    })),
  )
  return { group: words('start.questions'), actions }
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
  const spoken = (Object.entries(languages) as [Language, string][]).map(([key, name]) => ({
    id: `language-${key}`,
    label: `${words('app.language.label')}: ${name}`,
    onClick: () => chooseLanguage(key),
  }))
  const places = [
    { id: 'start', label: words('start.title'), onClick: () => navigate({ to: '/' }) },
    { id: 'data', label: words('app.data'), onClick: () => navigate({ to: '/data' }) },
  ]
  return { group: words('app.actions'), actions: [...offered, ...places, ...themed, ...spoken] }
}

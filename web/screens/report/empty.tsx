import { Button } from '@mantine/core'
import { IconChartBarOff, IconSeedling } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { shapes } from '../../../src/answer/index.ts'
import { Notice } from '../../parts/notice.tsx'
import { useWords } from '../../words/index.ts'
import { Notes } from './notes.tsx'
import { useRangeWords } from './range-words.ts'
import { withoutFilters } from './removing.ts'
import { useReport } from './report-context.ts'

/** No group and no figure: there is no record at all. */
export const isEmpty = ({ rows, total }: shapes.Answer): boolean =>
  rows.every(({ values }) => nothingIn(values)) && nothingIn(total.values)

const nothingIn = (values: shapes.AnswerRow['values']) => Object.values(values).every((value) => !value)

/** No source brings such records: nothing in the question would change that, but what arrives may. */
function NothingYet({ why }: { readonly why: string }) {
  const words = useWords()
  const end = why.search(/(?<=[.!?])\s/)
  const [title, rest] = end < 0 ? [why, ''] : [why.slice(0, end), why.slice(end + 1)]
  const next = (
    <Button component={Link} to="/data">
      {words('state.seeData')}
    </Button>
  )
  return (
    <Notice icon={<IconSeedling size={20} stroke={1.6} />} title={title.replace(/\.$/, '')} next={next}>
      {rest}
    </Notice>
  )
}

export function Empty({ answer }: { readonly answer: shapes.Answer }) {
  const words = useWords()
  const { page, ask } = useReport()
  const range = useRangeWords()
  if (answer.empty) return <NothingYet why={answer.empty} />
  const filtered = answer.chips.length > 0
  const why = filtered
    ? words('state.emptyFilters', { range })
    : words('state.emptyNoFilters', { range, date: answer.dateLabel.toLowerCase() })
  const next = (
    <>
      {filtered && (
        <Button variant="filled" onClick={() => ask(withoutFilters)}>
          {words('state.clear')}
        </Button>
      )}
      <Button onClick={() => ask({ range: 'all-time' })}>{words('state.allTime')}</Button>
    </>
  )
  return (
    <Notice
      icon={<IconChartBarOff size={20} />}
      title={words('state.empty', { records: page.entity.plural })}
      next={next}
    >
      <p>{why}</p>
      <Notes />
    </Notice>
  )
}

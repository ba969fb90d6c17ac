import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ago, exact } from '../../../src/draw/index.ts'
import { Badge } from '../../parts/badge.tsx'
import { readerOf } from '../../reader.ts'
import { useWords } from '../../words/index.ts'
import { useReport } from './report-context.ts'

export function FreshnessBadge() {
  const words = useWords()
  const { answer } = useReport()
  const now = useNow()
  if (!answer) return null
  const { freshAt, refreshedAt, pending } = answer.freshness
  const locale = readerOf(answer)
  const label = freshAt
    ? words('freshness.fresh', { ago: ago(freshAt, now, locale.language) })
    : words('freshness.never')
  return (
    <Badge tone={pending > 0 ? 'warning' : 'quiet'} label={label} title={words('freshness.title')}>
      {freshAt && <p>{words('freshness.landed', { when: exact(freshAt, 'instant', locale) })}</p>}
      {refreshedAt && <p>{words('freshness.refreshed', { when: exact(refreshedAt, 'instant', locale) })}</p>}
      {pending > 0 && <p>{words('freshness.pending', { count: pending })}</p>}
      <p>{words('freshness.zone', { zone: answer.timeZone })}</p>
      <p>{words('report.answered', { ms: Math.round(answer.tookMs) })}</p>
    </Badge>
  )
}

export function CompletenessBadge() {
  const words = useWords()
  const { answer } = useReport()
  if (!answer) return null
  const { complete, quarantined, notes } = answer.completeness
  const label = words(complete ? 'complete.complete' : 'complete.incomplete')
  return (
    <Badge tone={complete ? 'better' : 'warning'} label={label} title={complete ? label : words('complete.title')}>
      {complete && notes.length === 0 && <p>{words('complete.nothing')}</p>}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {quarantined > 0 && notes.length === 0 && <p>{words('complete.quarantined', { count: quarantined })}</p>}
      {!complete && <Link to="/data">{words('complete.see')}</Link>}
    </Badge>
  )
}

/** The present, by the minute. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

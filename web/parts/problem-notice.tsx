import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCloudOff, IconLock, IconMapOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Problem } from '../api.ts'
import { useWords } from '../words/index.ts'
import { Notice } from './notice.tsx'

interface Trouble {
  readonly error: Error
  readonly retry: () => void
  /** The next step where the same request would be refused again. */
  readonly instead?: ReactNode
}

/** Each way a request can fail, with its next step. The question stays in the address. */
export function ProblemNotice({ error, retry, instead }: Trouble) {
  if (!(error instanceof Problem) || error.code === 'unreachable') return <Unreachable retry={retry} />
  if (error.code === 'report-unknown') return <NotFound />
  if (error.status === 401 || error.status === 403) return <Forbidden error={error} />
  return <Failed error={error} next={(isFinal(error) && instead) || <Retry retry={retry} />} />
}

function Unreachable({ retry }: { readonly retry: () => void }) {
  const words = useWords()
  return (
    <Notice alert icon={<IconCloudOff size={20} />} title={words('state.offline')} next={<Retry retry={retry} />}>
      {words('state.unreachable')}
    </Notice>
  )
}

/** The question itself was refused, and not the moment. */
const isFinal = ({ status }: Problem) => status === 400 || status === 404 || status === 422

function Failed({ error, next }: { readonly error: Problem; readonly next: ReactNode }) {
  const words = useWords()
  return (
    <Notice alert icon={<IconAlertTriangle size={20} />} title={words('state.failed')} next={next}>
      <p>{error.message || words('state.oops')}</p>
      {error.logId && <p>{words('state.logId', { id: error.logId })}</p>}
    </Notice>
  )
}

function Forbidden({ error }: { readonly error: Problem }) {
  const words = useWords()
  const title = error.status === 401 ? words('state.signIn') : words('state.forbidden')
  return (
    <Notice icon={<IconLock size={20} />} title={title} next={<AllReports />}>
      {error.message || words('state.forbiddenNext')}
    </Notice>
  )
}

function NotFound() {
  const words = useWords()
  return (
    <Notice icon={<IconMapOff size={20} />} title={words('state.notFound')} next={<AllReports />}>
      {words('state.notFoundNext')}
    </Notice>
  )
}

function Retry({ retry }: { readonly retry: () => void }) {
  return (
    <Button variant="filled" onClick={retry}>
      {useWords()('state.retry')}
    </Button>
  )
}

export function AllReports() {
  return (
    <Button component={Link} to="/">
      {useWords()('state.allReports')}
    </Button>
  )
}

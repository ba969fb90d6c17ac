import { Button, Progress } from '@mantine/core'
import { Problem } from '../../../api.ts'
import { exact, type Locale } from '../../../format.ts'
import { useWords } from '../../../words/index.ts'
import data from '../data-screen.module.css'
import { FileDrop } from './file-drop.tsx'
import styles from './import.module.css'
import { ReadingForm } from './reading-form.tsx'
import { useUpload } from './uploads.ts'

type Upload = ReturnType<typeof useUpload>

/** From files to figures: hand in, see and change the reading, load. */
export function ImportSection({ locale }: { readonly locale: Locale }) {
  const words = useWords()
  const upload = useUpload()
  return (
    <section className={data.section} aria-labelledby="import-title">
      <h2 id="import-title" className={data.name}>
        {words('data.import.title')}
      </h2>
      <p className={data.lead}>{words('data.import.lead')}</p>
      <Step upload={upload} locale={locale} />
      <Failure upload={upload} />
    </section>
  )
}

function Step({ upload, locale }: { readonly upload: Upload; readonly locale: Locale }) {
  const words = useWords()
  const { state, sending } = upload
  if (sending) return <Running doing={words('data.import.sending', { file: sending.file })} share={sending.share} />
  switch (state?.is) {
    case undefined:
    case 'open':
      return <FileDrop onFiles={(files) => upload.send.mutate(files)} busy={upload.send.isPending} />
    case 'busy':
      return <Running doing={state.doing} share={state.of ? state.done / state.of : null} />
    case 'read':
      return <ReadingForm reading={state} upload={upload} locale={locale} />
    case 'failed':
      return <Button onClick={upload.letGo}>{words('data.import.cancel')}</Button>
    case 'loaded':
      return <Loaded loaded={state} onMore={upload.letGo} locale={locale} />
  }
}

function Running({ doing, share }: { readonly doing: string; readonly share: number | null }) {
  return (
    <div className={styles.running} role="status">
      <span>{doing}…</span>
      <Progress value={share === null ? 100 : share * 100} animated={share === null} aria-label={doing} />
    </div>
  )
}

function Failure({ upload: { state, error } }: { readonly upload: Upload }) {
  const words = useWords()
  const said =
    state?.is === 'failed' ? state.failed.message : error instanceof Problem && error.message ? error.message : null
  if (said === null && !error) return null
  return (
    <p className={styles.failed} role="alert">
      {said ?? words('state.unreachable')}
    </p>
  )
}

interface Ended {
  readonly loaded: Extract<Upload['state'], { readonly is: 'loaded' }>
  readonly onMore: () => void
  readonly locale: Locale
}

function Loaded({ loaded: { rows, quarantined }, onMore, locale }: Ended) {
  const words = useWords()
  return (
    <div className={styles.loaded}>
      <p role="status">
        {rows === 0 ? words('data.import.nothing') : words('data.import.done', { rows: exact(rows, 'number', locale) })}
        {quarantined > 0 && ` ${words('data.import.aside', { count: quarantined })}`}
      </p>
      <Button onClick={onMore}>{words('data.import.another')}</Button>
    </div>
  )
}

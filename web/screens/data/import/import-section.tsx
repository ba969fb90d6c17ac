import { Button, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { exact, type Locale } from '../../../../src/draw/index.ts'
import { Problem } from '../../../api.ts'
import { useWords } from '../../../words/index.ts'
import data from '../data-screen.module.css'
import { FileDrop } from './file-drop.tsx'
import styles from './import.module.css'
import { ReadingForm } from './reading-form.tsx'
import { pastImportsQuery, useTurns } from './turns.ts'
import { useUpload } from './uploads.ts'

type Upload = ReturnType<typeof useUpload>

/** From files to figures: hand in, see and change the reading, load. */
export function ImportSection({ locale }: { readonly locale: Locale }) {
  const words = useWords()
  const upload = useUpload()
  const place = useFocusKept(upload.sending ? 'sending' : (upload.state?.is ?? 'open'))
  return (
    <section ref={place} tabIndex={-1} className={`${data.section} ${styles.place}`} aria-labelledby="import-title">
      <h2 id="import-title" className={data.name}>
        {words('data.import.title')}
      </h2>
      <p className={data.lead}>{words('data.import.lead')}</p>
      <Step upload={upload} locale={locale} />
      <Failure upload={upload} />
    </section>
  )
}

/** What had the focus goes with each step: the place of the steps takes it, so that the keyboard goes on from there. */
function useFocusKept(step: string) {
  const place = useRef<HTMLElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current !== step && document.activeElement === document.body)
      place.current?.focus({ preventScroll: true })
    before.current = step
  }, [step])
  return place
}

function Step({ upload, locale }: { readonly upload: Upload; readonly locale: Locale }) {
  const words = useWords()
  const { state, sending } = upload
  if (sending)
    return (
      <Running
        doing={words('data.import.sending', { file: sending.file })}
        share={sending.share}
        onCancel={upload.letGo}
      />
    )
  switch (state?.is) {
    case undefined:
    case 'open':
      return <FileDrop onFiles={(files) => upload.send.mutate(files)} busy={upload.send.isPending} />
    case 'busy':
      return (
        <Running
          doing={doingWords(state.doing, state.done, locale)}
          share={state.of ? state.done / state.of : null}
          onCancel={state.canStop ? upload.letGo : null}
        />
      )
    case 'read':
      return <ReadingForm reading={state} upload={upload} locale={locale} />
    case 'failed':
      return <Button onClick={upload.letGo}>{words('data.import.cancel')}</Button>
    case 'loaded':
      return <Loaded loaded={state} onMore={upload.letGo} locale={locale} />
  }
}

/** Where nobody knows how much there is, how much was done is told instead. */
const doingWords = (doing: string, done: number, locale: Locale): string =>
  done > 0 ? `${doing}: ${exact(done, 'number', locale)}` : doing

interface Work {
  readonly doing: string
  readonly share: number | null
  /** Null where it ends by itself. */
  readonly onCancel: (() => void) | null
}

function Running({ doing, share, onCancel }: Work) {
  const words = useWords()
  return (
    <div className={styles.running}>
      <span role="status">{doing}…</span>
      <Progress value={share === null ? 100 : share * 100} animated={share === null} aria-label={doing} />
      {onCancel && (
        <Button className={styles.cancel} onClick={onCancel}>
          {words('data.import.stop')}
        </Button>
      )}
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

function loadedWords(
  { rows, quarantined }: Ended['loaded'],
  words: ReturnType<typeof useWords>,
  locale: Locale,
): string {
  const done =
    rows === 0 ? words('data.import.nothing') : words('data.import.done', { rows: exact(rows, 'number', locale) })
  return quarantined > 0 ? `${done} ${words('data.import.aside', { count: quarantined })}` : done
}

function Loaded({ loaded, onMore, locale }: Ended) {
  const words = useWords()
  const { number } = loaded
  const turns = useTurns()
  const { data: past } = useQuery(pastImportsQuery)
  const stands = past?.imports.find((one) => one.number === number)?.stands
  return (
    <div className={styles.loaded}>
      <p role="status">
        {stands === false ? words('data.past.undone', { number }) : loadedWords(loaded, words, locale)}
      </p>
      {number !== null && stands && (
        <Button
          loading={turns.busy === number}
          disabled={turns.busy !== null}
          onClick={() => turns.turn({ number, turning: 'undo' })}
        >
          {words('data.import.undo')}
        </Button>
      )}
      <Button onClick={onMore}>{words('data.import.another')}</Button>
    </div>
  )
}

import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useWords } from '../../../words/index.ts'
import styles from './import.module.css'

interface Taking {
  readonly onFiles: (files: readonly File[]) => void
  readonly busy: boolean
}

/** A place to drop files on, with a button that opens the system's own list of them. */
export function FileDrop({ onFiles, busy }: Taking) {
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (list: FileList | null) => list && list.length > 0 && onFiles([...list])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard.
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <p>
        {words('data.import.drop')}{' '}
        <Button loading={busy} onClick={() => input.current?.click()}>
          {words('data.import.choose')}
        </Button>
      </p>
      <p className={styles.soft}>{words('data.import.limit')}</p>
      <input
        ref={input}
        type="file"
        multiple
        accept=".csv,.tsv,.tab,.txt,text/csv"
        hidden
        aria-label={words('data.import.choose')}
        onChange={(event) => take(event.currentTarget.files)}
      />
    </div>
  )
}

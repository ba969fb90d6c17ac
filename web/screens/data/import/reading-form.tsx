import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { exact, type Locale } from '../../../../src/draw/index.ts'
import { useWords } from '../../../words/index.ts'
import data from '../data-screen.module.css'
import { CompanyFields } from './company-fields.tsx'
import styles from './import.module.css'
import { ReadingTable } from './reading-table.tsx'
import { withRecords } from './rewritten.ts'
import type { Mapping, Reading, useUpload } from './uploads.ts'

interface Read {
  readonly reading: Reading
  readonly upload: ReturnType<typeof useUpload>
  readonly locale: Locale
}

/** How the files would be read, to be changed before they count. */
export function ReadingForm({ reading, upload, locale }: Read) {
  const words = useWords()
  const choose = (mapping: Mapping) => upload.choose.mutate({ mapping })
  const drop = reading.files.length > 1 ? (name: string) => upload.drop.mutate(name) : upload.letGo
  const { refusal, check } = reading
  return (
    <div aria-busy={upload.choose.isPending || upload.drop.isPending}>
      {reading.files.map((file) => (
        <FileReading key={file.name} file={file} reading={reading} onChoose={choose} onDrop={drop} locale={locale} />
      ))}
      {check.length > 0 && <Check lines={check} />}
      <CompanyFields reading={reading} onChoose={(account) => upload.choose.mutate({ account })} />
      {refusal && (
        <p className={styles.failed} role="alert">
          {refusal}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          variant={check.length > 0 ? 'default' : 'filled'}
          disabled={refusal !== null}
          loading={upload.load.isPending}
          onClick={() => upload.load.mutate()}
        >
          {words(check.length > 0 ? 'data.import.loadAnyway' : 'data.import.load')}
        </Button>
        <Button onClick={upload.letGo}>{words('data.import.cancel')}</Button>
      </div>
    </div>
  )
}

interface OneFile {
  readonly file: Reading['files'][number]
  readonly reading: Reading
  readonly onChoose: (mapping: Mapping) => void
  readonly onDrop: (name: string) => void
  readonly locale: Locale
}

function FileReading({ file: { name, rows, records }, reading, onChoose, onDrop, locale }: OneFile) {
  const words = useWords()
  const others = [
    { value: 'skip', label: words('data.import.skip') },
    ...(records === 'list' ? [{ value: 'list', label: words('data.import.list') }] : []),
    ...(records === '?' ? [{ value: '?', label: words('data.import.unknown') }] : []),
  ]
  const columns = reading.columns.filter(({ file }) => file === name)
  return (
    <div className={styles.file}>
      <div className={styles.fileHead}>
        <h3 className={styles.fileName}>{name}</h3>
        <span className={styles.soft}>
          {words('data.import.rows', { count: rows, replace: { count: exact(rows, 'number', locale) } })}
        </span>
        <NativeSelect
          aria-label={words('data.import.rowsAre', { file: name })}
          value={records}
          data={[...reading.kinds.map(({ value, label }) => ({ value, label })), ...others]}
          onChange={(event) => onChoose(withRecords(reading.mapping, name, event.currentTarget.value))}
        />
        <ActionIcon aria-label={words('data.import.remove', { file: name })} onClick={() => onDrop(name)}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      {columns.length > 0 && (
        <ReadingTable file={name} columns={columns} records={records} reading={reading} onChoose={onChoose} />
      )}
    </div>
  )
}

function Check({ lines }: { readonly lines: readonly string[] }) {
  const words = useWords()
  return (
    <div className={styles.check}>
      <h3 className={styles.fileName}>{words('data.import.check')}</h3>
      <p className={styles.soft}>{words('data.import.checkLead')}</p>
      <ul className={data.notices}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

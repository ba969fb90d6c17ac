import { NativeSelect } from '@mantine/core'
import { useWords } from '../../../words/index.ts'
import styles from './import.module.css'
import type { Account, Reading } from './uploads.ts'

interface Fields {
  readonly reading: Reading
  readonly onChoose: (account: Account) => void
}

/** Whose days the days are, and what amounts are in: asked with the first import, and told afterwards. */
export function CompanyFields({ reading, onChoose }: Fields) {
  const words = useWords()
  const { timeZone, currency, isSettled, rivalCurrencies } = reading
  if (isSettled) return <p className={styles.soft}>{words('data.import.under', { timeZone, currency })}</p>
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <fieldset className={styles.company}>
      <legend className={styles.fileName}>{words('data.import.company')}</legend>
      <p className={styles.soft}>{words('data.import.companyLead')}</p>
      <div className={styles.fields}>
        <NativeSelect
          label={words('data.import.timeZone')}
          value={timeZone}
          data={zones(timeZone, here)}
          onChange={(event) => onChoose({ timeZone: event.currentTarget.value })}
        />
        <NativeSelect
          label={words('data.import.currency')}
          value={currency}
          data={currencies(currency, rivalCurrencies)}
          onChange={(event) => onChoose({ currency: event.currentTarget.value })}
        />
      </div>
      {rivalCurrencies.length > 1 && (
        <p className={styles.rivals}>{words('data.import.rivals', { currencies: rivalCurrencies.join(', ') })}</p>
      )}
    </fieldset>
  )
}

/** The likely ones first: what is set, and where the reader is. */
const first = (likely: readonly string[], all: readonly string[]): string[] => [...new Set([...likely, ...all])]

const zones = (now: string, here: string): string[] => first([now, here, 'UTC'], Intl.supportedValuesOf('timeZone'))

const currencies = (now: string, rivals: readonly string[]): string[] =>
  first([...(rivals.includes(now) ? [] : [now]), ...rivals], Intl.supportedValuesOf('currency'))

import { Problem } from '../../api.ts'
import { useWords } from '../../words/index.ts'
import styles from './goals.module.css'

/** The sentence of the server, beside what it refused. */
export function Refused({ error }: { readonly error: Error | null }) {
  const words = useWords()
  if (!error) return null
  const said = error instanceof Problem && error.message ? error.message : words('state.unreachable')
  return (
    <p className={styles.refused} role="alert">
      {said}
    </p>
  )
}

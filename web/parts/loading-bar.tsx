import { useWords } from '../words/index.ts'
import { useDelayed } from './delayed.ts'
import styles from './loading-bar.module.css'

/** A thin line at the top of its parent, not before 150 ms. */
export function LoadingBar({ on }: { readonly on: boolean }) {
  const words = useWords()
  const shown = useDelayed(on, 150)
  return (
    <div className={styles.place} role="status">
      {shown && (
        <div className={styles.bar}>
          <span className={styles.text}>{words('app.loading')}</span>
        </div>
      )}
    </div>
  )
}

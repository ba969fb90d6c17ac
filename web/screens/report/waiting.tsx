import { useDelayed } from '../../parts/delayed.ts'
import styles from './waiting.module.css'

/** Holds the place of the figures, so that nothing jumps when they come; drawn only when it takes a while. */
export function Waiting() {
  const drawn = useDelayed(true, 150)
  return (
    <div className={styles.waiting} data-drawn={drawn || undefined} aria-hidden>
      <div className={styles.headline}>
        <i />
        <i />
        <i />
      </div>
      <div className={styles.chart} />
      <div className={styles.table}>
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
    </div>
  )
}

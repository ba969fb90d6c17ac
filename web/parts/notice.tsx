import type { ReactNode } from 'react'
import styles from './notice.module.css'

interface Said {
  readonly icon: ReactNode
  readonly title: string
  readonly children: ReactNode
  /** Buttons: the next step. */
  readonly next?: ReactNode
  readonly alert?: boolean
}

/** Says why there is nothing to see, and what to do. */
export function Notice({ icon, title, children, next, alert = false }: Said) {
  return (
    <section className={styles.notice} role={alert ? 'alert' : undefined}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.text}>{children}</div>
      {next && <div className={styles.next}>{next}</div>}
    </section>
  )
}

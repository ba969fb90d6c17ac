/** A plumb bob on its line. */
export const Mark = () => (
  <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M10 1v6" stroke="var(--ink-faint)" strokeWidth="1.4" strokeLinecap="round" />
    <path d="M7 8.2c0-.7.5-1.2 1.2-1.2h3.6c.7 0 1.2.5 1.2 1.2v3.3L10 19 7 11.5z" fill="var(--accent)" />
  </svg>
)

/** A file that never changes once it is there, as its record says. */
export interface Kept {
  /** Path below the data folder, and below the backup. */
  readonly path: string
  /** Null where an older Plumbline did not note them: such a file is taken as it is. */
  readonly bytes: number | null
  readonly sha256: string | null
}

/** What can be wrong with a kept file. */
export type Wrong = 'missing' | 'damaged' | 'unreadable'

export interface Bad {
  readonly path: string
  readonly wrong: Wrong
}

export const wrongWords: Readonly<Record<Wrong, string>> = {
  missing: 'is missing',
  damaged: 'is not what was written',
  unreadable: 'cannot be read',
}

/** What comes from the world: handed in, never reached for. */
export interface Effects {
  readonly now: () => Temporal.Instant
  readonly log: (line: string, about?: Readonly<Record<string, unknown>>) => void
}

/** How far long work is: `done` of `of` steps, or of an unknown number. */
export type Progress = (step: { readonly doing: string; readonly done: number; readonly of?: number }) => void

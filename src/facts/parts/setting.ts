/** What a reader may choose. A setting that a fact reads stands with the fact, and reports offer it. */
export interface SettingOf {
  readonly key: string
  readonly label: string
  readonly doc: string
}

/** The first option is the default. */
export interface Choice<V extends string = string> extends SettingOf {
  readonly options: readonly [Option<V>, ...Option<V>[]]
}

interface Option<V extends string> {
  readonly value: V
  readonly label: string
}

/** A second date range beside that of the report, which it follows when nothing is chosen. */
export interface OwnRange extends SettingOf {
  readonly kind: 'range'
}

/** Chosen steps in their order, `id,id?,id`: a question mark makes a step optional. Nothing chosen: all of them. */
export interface Steps extends SettingOf {
  readonly kind: 'stages' | 'lifecycle'
  readonly optional: boolean
  /** What nothing chosen stands for, where that is not all of them. */
  readonly usual?: string
}

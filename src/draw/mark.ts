/** What lights up in chart and table at once: a group, a part of the break-down or a period. */
export type Mark = string

export type Dimension = 'by' | 'breakdown' | 'period'

/** What is not listed stands together under a key that begins with a noncharacter, which no record has. */
export const isOther = (key: string | null | undefined): boolean => key?.startsWith('\uFFFF') ?? false

export const markOf = (dimension: Dimension, key: string | null): Mark =>
  key === null ? dimension : `${dimension}:${key}`

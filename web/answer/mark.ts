/** What lights up in chart and table at once: a group, a part of the break-down or a period. */
export type Mark = string

export type Dimension = 'by' | 'breakdown' | 'period'

export const markOf = (dimension: Dimension, key: string | null): Mark =>
  key === null ? dimension : `${dimension}:${key}`

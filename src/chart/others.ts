import type { Say } from '../words/index.ts'

/** Groups that one mark or row stands for; more of them than are counted one by one are at least so many. */
export interface Others {
  readonly count: number
  readonly isAll: boolean
}

export const noOthers: Others = { count: 0, isAll: true }

export const othersLabel = (say: Say, { count, isAll }: Others): string =>
  say(isAll ? '{{number}} others' : 'At least {{number}} others', { count, number: say.number(count) })

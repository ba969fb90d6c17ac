/** Groups that one mark or row stands for; more of them than are counted one by one are at least so many. */
export interface Others {
  readonly count: number
  readonly isAll: boolean
}

export const noOthers: Others = { count: 0, isAll: true }

export const othersLabel = ({ count, isAll }: Others): string =>
  `${isAll ? '' : 'At least '}${count.toLocaleString('en-US')} ${count === 1 ? 'other' : 'others'}`

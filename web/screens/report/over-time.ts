import type { Question } from '../../../src/answer/index.ts'

const isChosen = (path: string | undefined) => path !== undefined && path !== 'none'

/** The change to periods, which have room for one grouping beside them: of two the break-down stays. */
export const overTime = ({ by, breakdown }: Question): Question => ({
  view: 'over-time',
  frequency: undefined,
  sort: undefined,
  ...(isChosen(by) && isChosen(breakdown) ? { by: undefined } : {}),
})

/** The change of one grouping; beside periods it takes the place of the other. */
export function regrouped(
  view: Question['view'],
  change: Pick<Question, 'by' | 'breakdown'>,
  byDate: string | null,
): Question {
  if (change.by !== undefined && change.by === byDate) return { view: 'over-time', by: undefined, sort: undefined }
  if (view !== 'over-time') return { ...change, sort: undefined }
  if (isChosen(change.by)) return { ...change, breakdown: 'none', sort: undefined }
  if (isChosen(change.breakdown)) return { ...change, by: 'none', sort: undefined }
  return { ...change, sort: undefined }
}

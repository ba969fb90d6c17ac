import { shapes } from '../../answer/index.ts'

/** What every route may answer instead. */
export const problemResponses = { '4xx': shapes.problem, '5xx': shapes.problem }

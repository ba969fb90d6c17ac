import type { Entity } from '../model/index.ts'
import { allOf, type Query, restrict, rewritten } from '../query/index.ts'
import type { Asking } from './asking.ts'

/** All records of a kind that the viewer sees. */
export const seenOf = ({ viewer }: Asking, entity: Entity): Query =>
  rewritten(allOf(entity.name), restrict(viewer.rights, entity))

export type { Batch, Landing } from './landing.ts'
export type { LandedRow, Segment, SegmentFormat } from './segment.ts'
export { openLanding } from './sqlite-landing.ts'

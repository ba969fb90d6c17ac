export { type BatchRecord, type Original, readRecord, recordFile, recordNumbers } from './batch-record.ts'
export type { Access, Batch, Landing } from './landing.ts'
export type { LandedRow, Segment, SegmentFormat } from './segment.ts'
export { openLanding } from './sqlite-landing.ts'

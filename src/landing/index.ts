export {
  type BatchContent,
  type BatchRecord,
  contentsOf,
  filesOf,
  type Original,
  readRecord,
  recordFile,
  recordFolder,
  recordNumbers,
} from './batch-record.ts'
export { forgetCheckpoint } from './checkpoint.ts'
export { clearWay, makeFolder, settle, syncFolder } from './files.ts'
export type { LandedBatch } from './landed-state.ts'
export type { Access, Batch, Compacted, Landing, Past } from './landing.ts'
export { remakeSegment } from './remade.ts'
export { sourceOf, whenOf } from './rereading.ts'
export type { Revision } from './revision.ts'
export type { LandedRow, Segment, SegmentFormat } from './segment.ts'
export { checksum } from './segment-file.ts'
export { openLanding } from './sqlite-landing.ts'

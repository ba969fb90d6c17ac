export { ask, changeOf } from './ask.ts'
export { type Asking, localViewer, type Viewer } from './asking.ts'
export { documentOf } from './document/document-of.ts'
export { readDocument } from './document/read.ts'
export {
  documentVersion,
  mostDocumentBytes,
  type ReportDocument,
  reportDocument,
  type WrittenDocument,
} from './document/schema.ts'
export { finished, type Told } from './finished.ts'
export { believable } from './notes/believable.ts'
export { missingNotes, wrongOf } from './notes/missing.ts'
export { documentPage, reportList, reportPage } from './page/page.ts'
export { peopleOf as people } from './page/people.ts'
export { fieldValues } from './page/values.ts'
export * from './question/question.ts'
export { allRecords, type Block, usualPace } from './records/all-records.ts'
export { type LoadedRow, loadedRows } from './records/loaded-rows.ts'
export { records } from './records/records.ts'
export * as shapes from './shapes.ts'
export type { Subject } from './subject.ts'

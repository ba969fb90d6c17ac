export { formatNamed, formats } from './catalogue.ts'
export { fileName } from './file-name.ts'
export type { Format } from './format.ts'
export { recordsFile, textOf } from './records-file.ts'

export type { Dialect } from '../../facts/index.ts'
export { columnsOf, compileListing, compileQuery } from './compile.ts'
export { compileLines, type Lines } from './lines.ts'

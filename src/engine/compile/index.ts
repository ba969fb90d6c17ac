export { columnsOf, compileListing, compileQuery } from './compile.ts'
export type { Dialect } from './dialect.ts'
export { compileLines, type Lines } from './lines.ts'

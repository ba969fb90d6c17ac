export { formats } from './catalogue.ts'
export type { Format } from './format.ts'

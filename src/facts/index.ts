export type { Fact } from './fact.ts'
export { loadFacts } from './catalogue.ts'

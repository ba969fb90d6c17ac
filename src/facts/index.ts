export { loadAskedFacts, loadFacts } from './catalogue.ts'
export type { Dialect } from './dialect.ts'
export {
  type AskedFact,
  type Bind,
  type Fact,
  given,
  isAsked,
  isStored,
  type Making,
  type Params,
  type Touched,
} from './fact.ts'
export { ratesByDay } from './parts/rates.ts'

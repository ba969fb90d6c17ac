export { loadAskedFacts, loadFacts } from './catalogue.ts'
export { type AskedFact, type Bind, type Fact, isAsked, type Params } from './fact.ts'

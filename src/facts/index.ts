export { loadAskedFacts, loadFacts } from './catalogue.ts'
export { type AskedFact, type Bind, type Fact, given, isAsked, type Params, type Touched, type Ways } from './fact.ts'

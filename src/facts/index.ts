export { type Facts, loadFacts } from './catalogue.ts'
export type { Dialect } from './dialect.ts'
export {
  type AskedFact,
  type Bind,
  type Fact,
  givenOf,
  isAsked,
  isStored,
  isView,
  type Making,
  type TableKind,
  type Touched,
  tableKind,
  takesRange,
  type Uses,
  type View,
} from './fact.ts'
export type { Given, Needs, SettledQuestion } from './parts/need.ts'
export { ratesByDay } from './parts/rates.ts'
export type { Choice, OwnRange, SettingOf, Steps } from './parts/setting.ts'

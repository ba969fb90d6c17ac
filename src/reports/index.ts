export { catalogue, type Listed, reportOf, tabOf } from './catalogue.ts'
export type { Example, SmallTable } from './example.ts'
export * from './presentation.ts'
export type {
  AskedWith,
  ChartChoice,
  Choice,
  ChoiceOption,
  Report,
  ReportDoc,
  Scope,
  Selection,
  Setting,
  Steps,
  Tab,
} from './report.ts'

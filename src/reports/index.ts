export { catalogue, type Listed, reportOf, tabOf } from './catalogue.ts'
export type { Example, SmallTable } from './example.ts'
export * from './presentation.ts'
export type {
  ChartChoice,
  Choice,
  ChoiceOption,
  Report,
  ReportDoc,
  Scope,
  Selection,
  Setting,
  Tab,
} from './report.ts'

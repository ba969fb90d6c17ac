export { catalogue, type Listed, reportOf, tabOf } from './catalogue.ts'
export type { Example, SmallTable } from './example.ts'
export type { AskedWith, ChartChoice, Choice, Report, ReportDoc, Selection, Setting, Steps, Tab } from './report.ts'

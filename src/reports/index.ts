export { catalogue, type Listed, reportOf } from './catalogue.ts'
export type { Example, SmallTable } from './example.ts'
export type { ChartChoice, Report, ReportDoc, Setting } from './report.ts'

import type { ChartType, shapes } from '../../../src/answer/index.ts'

/** Pictures that lead from one of a report's own steps to the next. */
const ofSteps: readonly ChartType[] = ['funnel', 'waterfall']

/** Whether a report can be drawn in this way when it is grouped so. */
export const isDrawable = (type: ChartType, by: string | undefined, { defaults }: shapes.ReportPage): boolean =>
  !ofSteps.includes(type) || (type === defaults.chart && by === defaults.by)

/** Groups that do not follow from one another, such as owners, stand side by side with their steps. */
export const pictured = (answer: shapes.Answer, page: shapes.ReportPage): shapes.Answer =>
  isDrawable(answer.chart.type, answer.question.by, page)
    ? answer
    : { ...answer, chart: { ...answer.chart, type: 'column' } }

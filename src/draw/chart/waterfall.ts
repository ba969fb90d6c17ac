import type { BarSeriesOption } from 'echarts/charts'
import type { ChartData } from '../answer.ts'
import { text, valueAxis } from './axes.ts'
import type { ChartOption } from './chart-option.ts'
import { standingAxis, standingGrid } from './columns.ts'
import type { Drawing } from './drawing.ts'
import { currentId } from './points.ts'
import { type Step, stepsOf } from './steps.ts'

/** What a level went through: levels are grey, what comes and what goes have the two colours that mean it. */
export function waterfall(chart: ChartData, drawing: Drawing): ChartOption {
  const steps = stepsOf(chart)
  return {
    grid: standingGrid,
    xAxis: isTight(chart, drawing) ? tiltedAxis(chart, drawing) : standingAxis(chart, drawing),
    yAxis: valueAxis(chart, drawing),
    series: [ground(steps), movements(chart, steps, drawing)],
  }
}

/** Narrower bars have no room for their figure, nor for their name beneath. */
const barRoom = 56
const isTight = ({ categories }: ChartData, { width }: Drawing) => width / Math.max(1, categories.length) < barRoom

function tiltedAxis(chart: ChartData, drawing: Drawing) {
  const axis = standingAxis(chart, drawing)
  return { ...axis, axisLabel: { ...text(drawing), interval: 0, rotate: 50 } }
}

const stack = {
  type: 'bar' as const,
  stack: 'flow',
  stackStrategy: 'all' as const,
  barMaxWidth: 64,
  barCategoryGap: '28%',
}

/** Lifts each bar to where it begins. */
const ground = (steps: readonly Step[]): BarSeriesOption => ({
  ...stack,
  id: 'ground',
  silent: true,
  itemStyle: { color: 'transparent' },
  emphasis: { disabled: true },
  data: steps.map(({ from, to }) => Math.min(from, to)),
})

function movements(chart: ChartData, steps: readonly Step[], drawing: Drawing): BarSeriesOption {
  const { palette } = drawing
  return {
    ...stack,
    id: currentId(0),
    cursor: 'pointer',
    itemStyle: { borderRadius: 2 },
    emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 1.5 }, label: { fontWeight: 600 } },
    label: { show: !isTight(chart, drawing), position: 'top', ...text(drawing), color: palette.ink },
    markLine: connections(steps, drawing),
    data: steps.map((step, i) => ({
      value: Math.abs(step.to - step.from),
      itemStyle: { color: palette[step.tone] },
      label: { formatter: () => signed(chart, i, step, drawing) },
    })),
  }
}

/** The sign says what the colour says. */
function signed({ series, kind }: ChartData, i: number, { sign }: Step, { figures }: Drawing): string {
  const value = series[0]?.values[i] ?? null
  return `${value ? sign : ''}${figures.short(value, kind)}`
}

/** Thin lines from where one bar ends to where the next begins. */
const connections = (steps: readonly Step[], { palette }: Drawing): BarSeriesOption['markLine'] => ({
  silent: true,
  symbol: 'none',
  animation: false,
  label: { show: false },
  lineStyle: { color: palette.inkFaint, width: 1, type: 'solid' },
  data: steps.slice(0, -1).map(({ to }, i) => [{ coord: [i, to] }, { coord: [i + 1, to] }]),
})

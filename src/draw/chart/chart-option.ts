import type { BarSeriesOption, LineSeriesOption, PieSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

/** A picture in the words of the library that draws it; only its types are needed to say it. */
export type ChartOption = ComposeOption<
  | AriaComponentOption
  | GridComponentOption
  | TooltipComponentOption
  | BarSeriesOption
  | LineSeriesOption
  | PieSeriesOption
>

import { BarChart, LineChart, PieChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartOption } from '../draw/index.ts'

use([
  BarChart,
  LineChart,
  PieChart,
  AriaComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  SVGRenderer,
])

/** An option as SVG text, in pixels; it needs no browser. */
export function svgOf(option: ChartOption, width: number, height: number): string {
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    canvas.setOption(option)
    return withoutHover(canvas.renderToSVGString())
  } finally {
    canvas.dispose()
  }
}

/** How marks light up under a pointer, which a file has not. */
const withoutHover = (svg: string): string =>
  svg.replaceAll(/<style\b[^>]*>.*?<\/style>/gs, '').replaceAll(/ class="zr[^"]*"/g, '')

import { expect, it } from 'vitest'
import { catalogue, tabOf } from '../reports/index.ts'

const whole = await catalogue()
const reports = whole.flatMap((report) => [report, ...report.tabs.map(({ key }) => tabOf(report, key))])

it.each(reports.map((report) => [report.id, report] as const))(
  '%s has a median and a 90th percentile beside each average',
  (_id, report) => {
    const has = (wanted: object) =>
      report.measures.some(({ value }) => JSON.stringify(value) === JSON.stringify(wanted))
    for (const { value } of report.measures) {
      if (value.fn !== 'average') continue
      expect(has({ ...value, fn: 'median' })).toBe(true)
      expect(
        report.measures.some(
          (each) =>
            each.value.fn === 'percentile' &&
            each.value.at === 0.9 &&
            JSON.stringify(each.value.of) === JSON.stringify(value.of),
        ),
      ).toBe(true)
    }
  },
)

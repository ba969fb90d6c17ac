export { type Anomaly, anomaliesOf } from './anomaly.ts'
export { bounded, largest, type Series } from './chart.ts'
export { noOthers, type Others, othersLabel } from './others.ts'
export { type Trend, type TrendKind, trendOf } from './trend.ts'

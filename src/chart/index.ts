export { type Anomaly, anomaliesOf } from './anomaly.ts'
export { bounded, type Series } from './chart.ts'
export { type Trend, type TrendKind, trendOf } from './trend.ts'

import type { Measure } from '../../query/index.ts'
import type { MeasureShape } from '../shapes.ts'

export const measureShape = ({ key, label, kind, doc, better, onDemand, role }: Measure): MeasureShape => ({
  key,
  label,
  kind,
  doc,
  better,
  ...(onDemand && { onDemand }),
  ...(role && { role }),
})

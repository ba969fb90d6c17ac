import { count, type Measure } from '../../query/index.ts'

/** How many records there are, whatever is asked about them. */
export const recordCount: Measure = {
  key: 'records',
  label: 'Records',
  kind: 'number',
  doc: '',
  better: null,
  value: count(),
}

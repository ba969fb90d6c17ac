import type { Condition, shapes } from '../../../../src/answer/index.ts'
import { exact, type Locale } from '../../../../src/draw/index.ts'
import { bare } from '../../../choices.ts'
import { readerOf } from '../../../reader.ts'
import { useWords } from '../../../words/index.ts'
import { useReport } from '../report-context.ts'

/** A filter as the reader says it. */
export function useSaid({ field, is, values }: Condition): { readonly property: string; readonly rest: string } {
  const words = useWords()
  const { page, answer } = useReport()
  const shape = page.filters.find(({ path }) => path === field)
  const property = shape?.label ?? field
  if (bare.includes(is)) return { property, rest: words(`operator.${is}`) }
  if (is === 'in-last-days' || is === 'in-next-days') {
    return { property, rest: words(`said.${is}`, { count: Number(values[0]) || 0 }) }
  }
  const said = values.map((value) => saidValue(value, shape, readerOf(answer)))
  return {
    property,
    rest: `${words(`operator.${is}`)} ${said.join(is === 'between' ? ` ${words('said.and')} ` : ', ')}`,
  }
}

function saidValue(value: string, shape: shapes.FieldShape | undefined, locale: Locale): string {
  const option = shape?.options?.find((option) => option.value === value)
  if (option) return option.label
  if (shape?.kind === 'day' || shape?.kind === 'instant') return exact(value, 'day', locale)
  if (shape && isNumeric(shape.kind)) return exact(Number(value), shape.kind, locale)
  return value
}

export const isNumeric = (kind: shapes.FieldShape['kind']): boolean =>
  kind === 'number' || kind === 'money' || kind === 'percent' || kind === 'duration'

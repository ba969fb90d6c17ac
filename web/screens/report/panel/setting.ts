import type { shapes } from '../../../../src/answer/index.ts'
import { useReport } from '../report-context.ts'

/** What only one report lets the reader choose. */
export type Setting = shapes.ReportPage['settings'][number]

/** What is set, and how to set it: what the report does anyway is left out of the address. */
export function useSetting({ key, options }: Setting): readonly [value: string, set: (value: string) => void] {
  const { page, question, ask } = useReport()
  const usual = page.defaults.settings?.[key] ?? options[0]?.value ?? ''
  const { [key]: value = usual, ...others } = question.settings ?? {}
  return [value, (next) => ask({ settings: next === usual ? others : { ...others, [key]: next } })]
}

import { createContext, useContext } from 'react'
import type { Question, shapes } from '../../../src/answer/index.ts'
import type { Asked } from './asking.ts'

/** The report on the screen: its page, what is asked of it, and the answer so far. */
export interface OpenReport extends Asked {
  readonly page: shapes.ReportPage
  /** What is asked, with the defaults filled in. */
  readonly full: Question
  readonly people: shapes.People | undefined
  readonly answer: shapes.Answer | undefined
}

const ReportContext = createContext<OpenReport | null>(null)
export const ReportProvider = ReportContext.Provider

export function useReport(): OpenReport {
  const report = useContext(ReportContext)
  if (!report) throw new Error('used outside a report screen')
  return report
}

/** What is shown: a frequency that the range has not is answered with another. Until the answer is here, what was asked. */
export const frequencyOf = (asked: Question, answer: shapes.Answer | undefined, old: boolean) =>
  (old ? asked.frequency : undefined) ?? answer?.question.frequency ?? asked.frequency

/** Over time the periods take the place of the report's own groups, and a group that is asked for that of its break-down. */
export function defaultsOf({ defaults, byDate }: shapes.ReportPage, question: Question): Question {
  if (question.by !== undefined && question.by === byDate) return { ...defaults, view: 'over-time', by: 'none' }
  const { view = question.frequency ? 'over-time' : defaults.view, by = 'none' } = question
  if (view !== 'over-time') return defaults
  const split = by === 'none' ? {} : { breakdown: 'none' }
  return { ...defaults, ...(question.view ? {} : { view }), by: 'none', ...split }
}

/** A change that says what the report does anyway is dropped from the address. */
export function plain(change: Question, defaults: Question): Question {
  return Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      same(value, defaults[key as keyof Question]) ? undefined : value,
    ]),
  )
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

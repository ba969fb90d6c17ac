import { days } from '../../../src/draw/index.ts'
import { presets } from '../../choices.ts'
import { readerOf } from '../../reader.ts'
import { useWords } from '../../words/index.ts'
import { useReport } from './report-context.ts'

/** The range of the answer as its name and its days: `This quarter, Oct 1 – Dec 31, 2026`. */
export function useRangeWords(): string {
  const words = useWords()
  const { answer } = useReport()
  if (!answer) return ''
  const preset = presets.find((name) => name === answer.question.range)
  const both = days(answer.range.from, answer.range.until, readerOf(answer).language)
  return [preset ? words(`range.${preset}`) : '', both].filter(Boolean).join(', ')
}

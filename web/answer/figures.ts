import { useMemo } from 'react'
import type { Answer } from '../../src/answer/shapes.ts'
import { type Figures, figuresOf } from '../../src/draw/index.ts'
import { readerOf } from '../reader.ts'

export function useFigures({ currency, timeZone }: Pick<Answer, 'currency' | 'timeZone'>): Figures {
  return useMemo(() => figuresOf(readerOf({ currency, timeZone })), [currency, timeZone])
}

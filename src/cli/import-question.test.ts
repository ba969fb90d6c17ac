import { describe, expect, it } from 'vitest'
import type { ColumnReading, Doubt } from '../sources/csv/index.ts'
import { asking } from './import-question.ts'

const doubt: Doubt = {
  about: 'dates that can be read in two ways',
  rows: 2,
  choices: [
    { says: '03/04/2024 as 3 April 2024', mapping: { field: 'created_at', dates: 'day-first' } },
    { says: '03/04/2024 as 4 March 2024', mapping: { field: 'created_at', dates: 'month-first' } },
  ],
}
const reading: ColumnReading = {
  file: 'deals.csv',
  header: 'Created',
  as: 'Created at',
  mapping: 'created_at',
  notes: [],
  sure: 'doubtful',
  examples: ['03/04/2024'],
  holds: 'dates',
  doubt,
  further: [],
}

describe('a question about a reading', () => {
  const answering = (answers: readonly (string | null)[]) => {
    const [asked, left] = [[] as string[], [...answers]]
    const ask = asking(async (question) => {
      asked.push(question)
      return left.shift() ?? null
    })
    return { asked, answer: ask.reading(reading, doubt) }
  }

  it('shows both readings, and takes the first on Enter', async () => {
    const { asked, answer } = answering([''])
    expect(await answer).toBe(doubt.choices[0])
    expect(asked).toEqual([
      "'Created' in deals.csv has dates that can be read in two ways (2 rows). Which is meant?\n  1  03/04/2024 as 3 April 2024\n  2  03/04/2024 as 4 March 2024\n1 to 2, Enter for 1: ",
    ])
  })

  it('is asked again until one of them is chosen', async () => {
    const { asked, answer } = answering(['3', 'what?', '2'])
    expect(await answer).toBe(doubt.choices[1])
    expect(asked).toHaveLength(3)
  })

  it('that is not answered imports nothing', async () => {
    await expect(answering([null]).answer).rejects.toMatchObject({ code: 'csv-unanswered' })
  })
})

describe('the question for the company’s currency', () => {
  const answering = async (likely: readonly string[], ...answers: readonly string[]) => {
    const [asked, left] = [[] as string[], [...answers]]
    const ask = asking(async (question) => {
      asked.push(question)
      return left.shift() ?? null
    })
    return [await ask.currency(likely), asked] as const
  }

  it('takes the likeliest on Enter', async () => {
    expect(await answering(['USD', 'DKK', 'EUR'], '')).toEqual([
      'USD',
      [
        "No file tells the company's currency. Deals are in DKK, EUR, USD. Which is it? A code such as EUR, Enter for USD: ",
      ],
    ])
  })

  it('is asked again until it is answered with a currency', async () => {
    expect(await answering(['USD'], 'kroner', 'sek')).toEqual(['SEK', [expect.any(String), expect.any(String)]])
  })
})

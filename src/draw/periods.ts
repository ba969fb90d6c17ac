import type { Answer } from './answer.ts'
import { day } from './days.ts'

type Frequency = Answer['question']['frequency']

/** A period by its first day, as the reader says it. */
export function periodLabel(firstDay: string, frequency: Frequency, language: string): string {
  const date = utc(firstDay)
  const year = date.getUTCFullYear()
  switch (frequency) {
    case 'yearly':
      return String(year)
    case 'quarterly':
      return `Q${Math.ceil((date.getUTCMonth() + 1) / 3)} ${year}`
    case 'monthly':
      return date.toLocaleDateString(language, { month: 'short', year: 'numeric', timeZone: 'UTC' })
    case 'weekly':
    case 'daily':
    case undefined:
      return day(firstDay, language)
  }
}

/** The periods of an answer in words, by their key; one that stands for a moment is called by that day. */
export function periodWords({ chart, question }: Answer, language: string): (key: string) => string {
  const labels = new Map(chart.along === 'period' ? chart.categories.map(({ key, label }) => [key, label]) : [])
  return (key) => {
    const moment = labels.get(key) ?? key
    return moment === key ? periodLabel(key, question.frequency, language) : day(moment, language)
  }
}

/** The first day of the period that comes so many after another. */
export function periodAfter(firstDay: string, frequency: Frequency, steps: number): string {
  const date = utc(firstDay)
  if (frequency === 'daily' || frequency === undefined) date.setUTCDate(date.getUTCDate() + steps)
  else if (frequency === 'weekly') date.setUTCDate(date.getUTCDate() + 7 * steps)
  else date.setUTCMonth(date.getUTCMonth() + months[frequency] * steps)
  return date.toISOString().slice(0, 10)
}

const months = { monthly: 1, quarterly: 3, yearly: 12 } as const

const utc = (day: string) => new Date(`${day}T00:00Z`)

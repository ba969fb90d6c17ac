import { entity } from './entity.ts'
import { day } from './field.ts'

/** How long the periods are that figures stand in over time. */
export const grains = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const
export type Grain = (typeof grains)[number]

/** No record of a source: every engine makes it from the account, one row for each day from 1900 to 2100. */
export const calendar = entity('calendar', {
  rights: 'setup',
  label: 'Day',
  plural: 'days',
  doc: 'A day with the first day of each period that it lies in.',
  title: 'day',
  list: ['day', 'week_start', 'month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year'],
  fields: {
    day: day('Day'),
    week_start: day('Week'),
    month: day('Month'),
    quarter: day('Quarter'),
    year: day('Year'),
    fiscal_quarter: day('Fiscal quarter'),
    fiscal_year: day('Fiscal year'),
  },
})

/** The column of the calendar that holds the first day of the period. */
export const periodColumns: Readonly<Record<Grain, string>> = {
  daily: calendar.fields.day.name,
  weekly: calendar.fields.week_start.name,
  monthly: calendar.fields.month.name,
  quarterly: calendar.fields.quarter.name,
  yearly: calendar.fields.year.name,
}

export const isGrain = (text: string): text is Grain => grains.some((grain) => grain === text)

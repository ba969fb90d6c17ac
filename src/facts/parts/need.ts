import type { Grain } from '../../model/index.ts'
import type { Choice, OwnRange, Steps } from './setting.ts'

/** Days, half-open; null at an end that is open. */
export interface Days {
  readonly from: string | null
  readonly until: string | null
}

/** ISO instants, half-open. */
export interface Instants {
  readonly from: string
  readonly until: string
}

/** A question with nothing left open, as far as facts may depend on it. */
export interface SettledQuestion {
  /** The days that the fact is made for: those asked for, or the part of them that a figure is about. */
  readonly range: Days
  /** The present, as an ISO instant. */
  readonly now: string
  /** The length of periods over time; null in totals. */
  readonly along: Grain | null
  readonly pipeline: string | null
  /** The last day of each period that has begun; today for the one that runs. */
  readonly moments: () => readonly string[]
  /** What is chosen, by the key of the setting. */
  readonly settings: Readonly<Record<string, string>>
  /** The days of a second range; those asked for when none is chosen. */
  readonly daysOf: (setting: OwnRange) => Days
  /** The instants at which days begin and end. */
  readonly instantsOf: (days: Days) => Instants
}

/** One thing that a fact needs of a question, as plain data. */
export interface Need<T> {
  readonly of: (question: SettledQuestion) => T
  /** The days that are asked for narrow the fact. */
  readonly takesRange?: true
}

export type Needs = Readonly<Record<string, Need<unknown>>>

/** What a question gives for each need, by the names that the fact has for them. */
export type Given<N extends Needs> = { readonly [K in keyof N]: N[K] extends Need<infer T> ? T : never }

export const range: Need<Days> = { of: (question) => question.range, takesRange: true }
export const now: Need<string> = { of: (question) => question.now }
export const along: Need<Grain | null> = { of: (question) => question.along }
export const pipeline: Need<string | null> = { of: (question) => question.pipeline }
export const moments: Need<readonly string[]> = { of: (question) => question.moments(), takesRange: true }

export const daysOf = (setting: OwnRange): Need<Days> => ({ of: (question) => question.daysOf(setting) })

/** The value that is chosen, or the first. */
export const chosen = <V extends string>({ key, options }: Choice<V>): Need<V> => ({
  of: ({ settings }) => (options.find(({ value }) => value === settings[key]) ?? options[0]).value,
})

/** The steps that are chosen, each as it is written; those that nothing chosen stands for, or none for all. */
export const stepsOf = ({ key, usual = '' }: Steps): Need<readonly string[]> => ({
  of: ({ settings }) => (settings[key] || usual).split(',').filter((step) => step !== ''),
})

export const givenBy = (needs: Needs, question: SettledQuestion): Given<Needs> =>
  Object.fromEntries(Object.entries(needs).map(([name, need]) => [name, need.of(question)]))

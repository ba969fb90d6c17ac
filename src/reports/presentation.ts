/** How the rows of a report stand together: what may be added, what can be shown over time, and how its picture is read. */
export type Presentation = Parts | Steps | Moments | Entries | Awaited

/** Rows are parts of a whole. */
interface Parts {
  readonly as: 'parts'
  /** The view that is shown first, where it is not the totals. */
  readonly opens?: 'over-time'
  /** The date may be grouped by, which is the view over time. */
  readonly byDate?: true
  /** A total would say nothing, though the rows could be added. */
  readonly withoutTotal?: true
  /** One sentence on what the total is made from, where that is not plain; every answer says it. */
  readonly totalNote?: string
}

/** Bars and steps stand beside each other: without the dimension of which every row is one, figures would be added that are no parts of one. */
interface Steps {
  readonly as: 'steps'
  readonly along: string
}

/** Each period is the one moment at its end, or now while it runs; of later ones nothing is known. */
interface Moments {
  readonly as: 'moments'
}

/** One list in the order of time; each part of an entry is said by a column of it. */
interface Entries {
  readonly as: 'entries'
  readonly columns: Readonly<Record<EntryPart, string>>
}

export const entryParts = ['when', 'kind', 'who', 'what', 'outcome'] as const
export type EntryPart = (typeof entryParts)[number]

/** There is nothing to show, as long as no source brings such records. */
interface Awaited {
  readonly as: 'awaited'
  readonly why: string
}

export const asParts: Presentation = { as: 'parts' }

interface Shown {
  readonly presentation: Presentation
}

/** Whether rows are parts of a whole, which a total stands for. */
export const hasTotal = ({ presentation: of }: Shown): boolean =>
  of.as === 'parts' ? of.withoutTotal !== true : of.as === 'entries' || of.as === 'awaited'

/** The dimension of which every row is one step; null where rows are parts. */
export const stepsOf = ({ presentation: of }: Shown): string | null => (of.as === 'steps' ? of.along : null)

export const atMoments = ({ presentation: of }: Shown): boolean => of.as === 'moments'

/** Why there is nothing, where no source brings such records. */
export const awaitedFor = ({ presentation: of }: Shown): string | null => (of.as === 'awaited' ? of.why : null)

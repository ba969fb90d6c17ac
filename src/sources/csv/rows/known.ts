/** A record that the warehouse has already. */
export interface KnownRecord {
  readonly id: string
  readonly name: string | null
  readonly email?: string | null
  /** The id of the parent team of a team, of the pipeline of a stage or a deal. */
  readonly parent?: string | null
  /** Only of a deal. */
  readonly createdAt?: string | null
  /** Only of a stage. */
  readonly stage?: KnownStage
}

/** What a stage is and where it stands. */
export interface KnownStage {
  readonly order: number
  readonly probability: number | null
  readonly isClosed: boolean
  readonly isWon: boolean
  /** Some deal in it has a creation date. */
  readonly hasCreated: boolean
  /** A list of stages told it, which no conclusion takes the place of. */
  readonly isListed: boolean
}

/** Asks the warehouse for records that a file may name. */
export type Known = (
  kind: 'team' | 'owner' | 'pipeline' | 'stage' | 'company' | 'contact' | 'deal',
) => Promise<readonly KnownRecord[]>

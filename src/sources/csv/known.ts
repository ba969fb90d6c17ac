/** A record that the warehouse has already. */
export interface KnownRecord {
  readonly id: string
  readonly name: string | null
  readonly email?: string | null
  /** The id of the parent team of a team, of the pipeline of a stage or a deal. */
  readonly parent?: string | null
}

/** Asks the warehouse for records that a file may name. */
export type Known = (
  kind: 'team' | 'owner' | 'pipeline' | 'stage' | 'company' | 'contact' | 'deal',
) => Promise<readonly KnownRecord[]>

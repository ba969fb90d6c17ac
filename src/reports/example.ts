/** Rows as text, cell by cell; null is an empty cell. */
export interface SmallTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

/** Small tables written by hand, the question asked of them, and what must come out. */
export interface Example {
  readonly story: string
  /** The day on which it is asked. */
  readonly today: string
  readonly question: Readonly<Record<string, unknown>>
  /** By kind of record. Stages, owners and teams that only have a name may be left out. */
  readonly given: Readonly<Record<string, SmallTable>>
  /** First column the group, then measures by key; the last row is the total, where the report has one. */
  readonly expected: SmallTable
}

/** A table as a person writes it: cells between bars, an empty cell for no value. */
export function table(text: TemplateStringsArray): SmallTable {
  const lines = (text[0] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [columns = [], ...rows] = lines.map((line) => line.split('|').map((cell) => cell.trim()))
  return { columns, rows: rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell))) }
}

/** The stages that most examples about deals need. */
export const salesStages = table`
  id          | label       | pipeline_id | display_order | probability | is_closed | is_won
  appointment | Appointment | sales       | 1             | 20          | false     | false
  contract    | Contract    | sales       | 2             | 80          | false     | false
  won         | Closed won  | sales       | 3             | 100         | true      | true
  lost        | Closed lost | sales       | 4             | 0           | true      | false
`

/** They and their pipeline, for a company of which nothing is said about either. */
export const salesPipeline = {
  stage: salesStages,
  pipeline: table`
    id    | label
    sales | Sales
  `,
}

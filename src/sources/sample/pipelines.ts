import type { Chapter } from './chapter.ts'

type Stage = readonly [label: string, probability: number, forecastCategory: string]

interface Pipeline {
  readonly label: string
  /** Median working days from creation to closing, and chance to win, of an ordinary deal. */
  readonly medianDays: number
  readonly winChance: number
  readonly open: readonly Stage[]
  readonly won: string
  readonly lost: string
}

const pipelines: readonly Pipeline[] = [
  {
    label: 'New business',
    medianDays: 38,
    winChance: 0.26,
    open: [
      ['Qualification', 10, 'PIPELINE'],
      ['Discovery', 20, 'PIPELINE'],
      ['Demo', 40, 'PIPELINE'],
      ['Proposal', 60, 'BEST_CASE'],
      ['Negotiation', 75, 'BEST_CASE'],
      ['Contract sent', 90, 'COMMIT'],
    ],
    won: 'Closed won',
    lost: 'Closed lost',
  },
  {
    label: 'Renewals',
    medianDays: 24,
    winChance: 0.56,
    open: [
      ['Upcoming', 50, 'PIPELINE'],
      ['In conversation', 65, 'BEST_CASE'],
      ['Offer sent', 80, 'BEST_CASE'],
      ['Verbal yes', 95, 'COMMIT'],
    ],
    won: 'Renewed',
    lost: 'Churned',
  },
  {
    label: 'Partner sales',
    medianDays: 48,
    winChance: 0.25,
    open: [
      ['Registered', 5, 'PIPELINE'],
      ['Accepted', 15, 'PIPELINE'],
      ['Joint discovery', 30, 'PIPELINE'],
      ['Joint demo', 45, 'PIPELINE'],
      ['Proposal by partner', 60, 'BEST_CASE'],
      ['Legal review', 75, 'BEST_CASE'],
      ['Order expected', 90, 'COMMIT'],
    ],
    won: 'Partner won',
    lost: 'Partner lost',
  },
]

const stagesOf = (pipeline: Pipeline): readonly Stage[] => [
  ...pipeline.open,
  [pipeline.won, 100, 'CLOSED'],
  [pipeline.lost, 0, 'OMIT'],
]

const pipelineRows = pipelines.map(
  ({ label, medianDays, winChance, open }, k) => `(${k + 1}, '${label}', ${medianDays}, ${winChance}, ${open.length})`,
)
const stageRows = pipelines.flatMap((pipeline, k) =>
  stagesOf(pipeline).map(([label, probability, category], position) => {
    const place = position - pipeline.open.length
    return `(${k + 1}, ${position + 1}, '${label}', ${probability}, ${place >= 0}, ${place === 0}, '${category}')`
  }),
)

/** Positions count from 1; after the open stages come won and lost. */
export const pipelineChapter: Chapter = {
  doing: 'Pipelines and stages',
  tables: [
    `CREATE TABLE pipeline AS
      SELECT *, record_id('pipeline', n, 1) AS id
      FROM (VALUES ${pipelineRows.join(', ')}) AS pipelines(n, label, median_days, win_chance, open_stages)`,
    `CREATE TABLE stage AS
      SELECT *, record_id('stage', pipeline * 100 + position, 3) AS id, record_id('pipeline', pipeline, 1) AS pipeline_id
      FROM (VALUES ${stageRows.join(', ')})
        AS stages(pipeline, position, label, probability, is_closed, is_won, forecast_category)`,
  ],
  pages: [
    { stream: 'pipeline', rows: `SELECT id, label, n AS display_order, 'deal' AS object FROM pipeline ORDER BY n` },
    {
      stream: 'stage',
      rows: 'SELECT *, position AS display_order, TRUE AS is_listed FROM stage ORDER BY pipeline, position',
    },
  ],
}

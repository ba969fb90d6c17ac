import type { Effects } from '../../effects.ts'
import type { Gauge } from '../../gauge.ts'
import type { MemoryBudget } from '../../memory-budget.ts'
import type { KeptAnswers } from '../kept-answers.ts'
import type { Load } from './loading/last-load.ts'

/** What the figures are taken from; each is asked when it is needed. */
export interface Known {
  readonly questions: () => { readonly running: number; readonly waiting: number }
  readonly answers: () => KeptAnswers
  readonly budget: MemoryBudget
  readonly generation: () => number
  readonly pending: () => Promise<number>
  readonly freshAt: () => Promise<string | null>
  readonly lastLoad: () => Load | null
  readonly now: Effects['now']
}

export const warehouseGauges = (known: Known): readonly Gauge[] => [
  ...questionGauges(known),
  ...answerGauges(known),
  ...dataGauges(known),
]

const questionGauges = ({ questions }: Known): readonly Gauge[] => [
  {
    name: 'plumbline_questions_running',
    help: 'Questions and downloads that the engine works on.',
    kind: 'gauge',
    value: () => questions().running,
  },
  {
    name: 'plumbline_questions_waiting',
    help: 'Questions and downloads that wait for the engine.',
    kind: 'gauge',
    value: () => questions().waiting,
  },
]

const answerGauges = ({ answers, budget }: Known): readonly Gauge[] => [
  {
    name: 'plumbline_answers_total',
    help: 'Answers that were at hand whole (finished), and statements: kept from before, shared with one under way, or computed.',
    kind: 'counter',
    label: 'how',
    value: () => answers().uses,
  },
  {
    name: 'plumbline_answers_kept_bytes',
    help: 'Memory that kept answers take, about.',
    kind: 'gauge',
    value: () => answers().bytes,
  },
  {
    name: 'plumbline_memory_budget_bytes',
    help: 'What the process may hold; compare process_resident_memory_bytes.',
    kind: 'gauge',
    value: () => budget.totalMb * 1e6,
  },
]

const dataGauges = ({ generation, pending, freshAt, lastLoad, now }: Known): readonly Gauge[] => [
  {
    name: 'plumbline_generation',
    help: 'The generation of the warehouse that answers; it grows with every rebuild.',
    kind: 'gauge',
    value: generation,
  },
  {
    name: 'plumbline_pending_segments',
    help: 'Landed files that are not loaded yet.',
    kind: 'gauge',
    value: pending,
  },
  {
    name: 'plumbline_data_age_seconds',
    help: 'Seconds since the newest loaded file was landed.',
    kind: 'gauge',
    value: async () => ageInSeconds(await freshAt(), now()),
  },
  ...loadGauges(lastLoad),
]

const loadGauges = (lastLoad: Known['lastLoad']): readonly Gauge[] => [
  {
    name: 'plumbline_last_load_timestamp_seconds',
    help: 'When the last load of this process ended, in seconds since 1970.',
    kind: 'gauge',
    value: () => of(lastLoad(), ({ endedAt }) => endedAt.epochMilliseconds / 1000),
  },
  {
    name: 'plumbline_last_load_seconds',
    help: 'How long the last load of this process took.',
    kind: 'gauge',
    value: () => of(lastLoad(), ({ seconds }) => seconds),
  },
  {
    name: 'plumbline_last_load_success',
    help: 'Whether the last load of this process succeeded: 1 or 0.',
    kind: 'gauge',
    value: () => of(lastLoad(), ({ succeeded }) => Number(succeeded)),
  },
]

const of = (load: Load | null, figure: (load: Load) => number): number | null => (load === null ? null : figure(load))

const ageInSeconds = (freshAt: string | null, now: Temporal.Instant): number | null =>
  freshAt === null ? null : now.since(Temporal.Instant.from(freshAt)).total('seconds')

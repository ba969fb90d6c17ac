import { wordsOf } from '../names.ts'
import { type WordFile, wordFiles } from '../words.ts'
import { historyWords } from './history-words.ts'
import { type FileKind, fileKinds, type RecordKind } from './targets.ts'

/** What a header means, how surely, and in whose words. */
export interface Meaning {
  readonly word: string
  readonly score: number
  readonly said: readonly WordFile[]
}

/** `surely` and `perhaps`, below a field's own name and label, which say 100. */
const [surely, perhaps] = [90, 70]

function sayings(kind: FileKind): readonly (Meaning & { readonly header: string })[] {
  if (kind === 'property_change')
    return Object.entries(historyWords).flatMap(([word, headers]) =>
      headers.map((header, at) => ({ header, word, score: surely - at, said: [] })),
    )
  return wordFiles.flatMap((file) => [
    ...said(file, file.fields?.[kind], surely),
    ...said(file, file.also?.[kind], perhaps),
  ])
}

function said(
  file: WordFile,
  fields: Readonly<Record<string, readonly string[]>> | undefined,
  score: number,
): readonly (Meaning & { readonly header: string })[] {
  return Object.entries(fields ?? {}).flatMap(([word, headers]) =>
    headers.map((header) => ({ header: wordsOf(header), word, score, said: [file] })),
  )
}

function byKind<T>(of: (kind: FileKind) => T): Readonly<Record<FileKind, T>> {
  // Every kind gets its value.
  return Object.fromEntries(fileKinds.map((kind) => [kind, of(kind)])) as Record<FileKind, T>
}

/** What exports call a kind of record: in the name of a file, and before the name of a column. The longest come first. */
export const kindWords: Readonly<Record<FileKind, readonly string[]>> = byKind((kind) => [
  ...new Set(wordFiles.flatMap(({ kinds }) => kinds?.[kind] ?? []).toSorted((a, b) => b.length - a.length)),
])

const meanings: Readonly<Record<FileKind, ReadonlyMap<string, readonly Meaning[]>>> = byKind((kind) => {
  const found = new Map<string, Map<string, { word: string; score: number; said: WordFile[] }>>()
  for (const { header, word, score, said } of sayings(kind)) {
    const words = found.get(header) ?? new Map()
    const before = words.get(word) ?? { word, score: 0, said: [] }
    words.set(word, { word, score: Math.max(before.score, score), said: [...before.said, ...said] })
    found.set(header, words)
  }
  return new Map([...found].map(([header, words]) => [header, [...words.values()]]))
})

/** All that a header in small letters can mean. */
export const meaningsOf = (kind: FileKind, header: string): readonly Meaning[] => meanings[kind].get(header) ?? []

/** How much a field says about what the rows of its file are. Others say 1. */
export const tellingFields: Readonly<Record<RecordKind, Readonly<Record<string, number>>>> = {
  owner: { team: 3, parent_team: 3, active: 2 },
  company: { domain: 3, industry: 3, employees: 3, annual_revenue: 3, name: 2 },
  contact: { email: 3, first_name: 3, last_name: 3, job_title: 2, lifecycle_stage: 3, phone: 2, company: 0.5 },
  deal: {
    stage: 4,
    amount: 3,
    closed_at: 3,
    pipeline: 3,
    forecast_category: 3,
    closed_lost_reason: 3,
    status: 2,
    won_at: 3,
    lost_at: 3,
    expected_at: 3,
    expected_amount: 3,
  },
  lead: { stage: 2, first_outreach_at: 4, label: 2, name: 1, contact: 0.5 },
  activity: {
    occurred_at: 4,
    type: 2,
    subject: 2,
    call_direction: 3,
    call_outcome: 3,
    call_duration: 3,
    meeting_outcome: 3,
    task_status: 1,
    email_direction: 3,
  },
  conversation: { channel: 4 },
  goal: { starts_on: 2, ends_on: 2, metric: 2 },
  forecast_submission: { period_starts_on: 2, period_ends_on: 2, submitted_at: 3 },
  exchange_rate: {},
}

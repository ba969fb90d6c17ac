import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBDateValue, listValue } from '@duckdb/node-api'
import type { Progress } from '../../effects.ts'
import type { Batch, Landing } from '../../landing/index.ts'
import { type Account, crm, type EntityName, landed } from '../../model/index.ts'
import { activityChapter, nightChapter } from './activities.ts'
import { associationChapter } from './associations.ts'
import { chance } from './chance.ts'
import { type Chapter, type Size, sizeOf } from './chapter.ts'
import { clock } from './clock.ts'
import { companyChapter } from './companies.ts'
import { contactHistoryChapter } from './contact-history.ts'
import { contactChapter } from './contacts.ts'
import { conversationChapter } from './conversations.ts'
import { sampleCustomFields } from './custom-fields.ts'
import { dealChapter } from './deals.ts'
import { goalChapter } from './goals.ts'
import { leadChapter } from './leads.ts'
import { peopleChapter } from './people.ts'
import { pipelineChapter } from './pipelines.ts'
import { placeTables } from './places.ts'
import { rateChapter } from './rates.ts'
import { recordIds } from './record-id.ts'
import { partSize } from './touches.ts'
import { wordLists } from './words.ts'
import { Workshop } from './workshop.ts'

export interface SampleOptions {
  readonly seed: number
  /** The last day of which the company knows, `YYYY-MM-DD`; the story begins three years before. */
  readonly endOn: string
  /** 1 is a company with 60,000 contacts, 12,000 deals and 400,000 activities. */
  readonly scale: number
}

const sampleAccount: Account = { timeZone: 'Europe/Amsterdam', currency: 'EUR', weekStart: 1, fiscalYearStartMonth: 1 }

const chapters: readonly Chapter[] = [
  peopleChapter,
  pipelineChapter,
  rateChapter,
  companyChapter,
  contactChapter,
  dealChapter,
  goalChapter,
  contactHistoryChapter,
  leadChapter,
  conversationChapter,
  associationChapter,
  activityChapter,
  nightChapter,
]

/** Lands a company that does not exist: the same one for the same seed, day and scale. */
export async function makeSample(landing: Landing, options: SampleOptions, progress: Progress): Promise<void> {
  // What a killed run leaves here, the next start sets aside.
  const folder = await mkdtemp(join(landing.folder, 'segments', 'sample-'))
  const workshop = await Workshop.open(folder)
  try {
    await prepare(workshop, options)
    await landing.land('sample', (batch) => tell(workshop, batch, sizeOf(options.scale), progress))
  } finally {
    workshop.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Everything that the chapters take for granted: the size, the words, chance and time. */
async function prepare(workshop: Workshop, options: SampleOptions): Promise<void> {
  const endOn = Temporal.PlainDate.from(options.endOn)
  const size = sizeOf(options.scale)
  await workshop.set('seed', BigInt(options.seed))
  await workshop.set('zone', sampleAccount.timeZone)
  await workshop.set('starts_on', toDate(endOn.subtract({ years: 3 }).add({ days: 1 })))
  await workshop.set('ends_on', toDate(endOn))
  for (const [name, count] of Object.entries(size)) await workshop.set(name, BigInt(count))
  for (const [name, words] of Object.entries(wordLists)) await workshop.set(name, listValue([...words]))
  for (const sql of [numbers(size), ...chance, ...recordIds, ...clock, ...placeTables]) await workshop.run(sql)
}

const toDate = ({ year, month, day }: Temporal.PlainDate): DuckDBDateValue =>
  DuckDBDateValue.fromParts({ year, month, day })

/** A table, because only tables are read by several threads. */
const numbers = ({ contacts, activities }: Size): string =>
  `CREATE TABLE number AS SELECT n FROM range(1, ${Math.max(contacts, Math.min(activities, partSize)) + 1}) AS numbers(n)`

async function tell(workshop: Workshop, batch: Batch, size: Size, progress: Progress): Promise<void> {
  batch.setAccount(sampleAccount)
  batch.define(sampleCustomFields)
  const steps = chapters.flatMap((chapter) => partsOf(chapter, size).map((part) => ({ chapter, part })))
  for (const [done, { chapter, part }] of steps.entries()) {
    progress({ doing: chapter.doing, done, of: steps.length })
    await workshop.set('part', BigInt(part))
    for (const table of chapter.tables) await workshop.run(table)
    for (const page of chapter.pages) await land(workshop, batch, page)
  }
  progress({ doing: 'Sample company', done: steps.length, of: steps.length })
}

const partsOf = ({ parts }: Chapter, size: Size): readonly number[] => [...Array(parts?.(size) ?? 1).keys()]

async function land(workshop: Workshop, batch: Batch, page: Chapter['pages'][number]): Promise<void> {
  const { file, columns, rows } = await workshop.write(page, columnsOf(page.stream))
  await batch.adopt(page.stream, file, columns, rows)
}

function columnsOf(stream: EntityName): readonly string[] {
  const custom = sampleCustomFields.filter((field) => field.entity === stream)
  return [...landed(crm[stream]), ...custom].map((field) => field.name)
}

import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Question, shapes } from '../src/answer/index.ts'
import { read } from './post.ts'
import { residentDuring } from './resident.ts'
import type { Served } from './server.ts'

export interface Load {
  readonly questions: string
  readonly clients: number
  readonly answersASecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  readonly failed: number
  readonly peakMb: number
}

interface Asked {
  readonly report: string
  readonly question: Question
}

/** A number from 0 to 1, another one each time. */
type Random = () => number

const crowds = [1, 20, 100]

/** What many readers get at once: of the questions that all of them ask, and of questions that nobody asked before. */
export async function measureLoad(served: Served, secondsEach: number): Promise<readonly Load[]> {
  const summaries: readonly shapes.ReportSummary[] = await read(await fetch(`${served.url}/api/reports`))
  const reports = summaries.map(({ id }) => id)
  const loads: Load[] = []
  for (const [questions, next] of [
    ['mixed reports', usual(reports)],
    ['never asked before', fresh(reports)],
  ] as const)
    for (const clients of crowds) loads.push(await loadOf(served, questions, next, clients, secondsEach))
  return loads
}

/** Every report as it opens, over other times, and compared. */
function usual(reports: readonly string[]): (random: Random) => Asked {
  const questions: readonly Question[] = [
    {},
    { range: 'last-quarter' },
    { range: 'last-365-days' },
    { compare: 'previous-period' },
  ]
  const all = reports.flatMap((report) => questions.map((question) => ({ report, question })))
  return (random) => picked(all, random)
}

/** Over two days of the last three years that only chance knows. */
function fresh(reports: readonly string[]): (random: Random) => Asked {
  const today = Temporal.Now.plainDateISO()
  return (random) => {
    const until = today.subtract({ days: Math.floor(random() * 365) })
    const from = until.subtract({ days: 7 + Math.floor(random() * 730) })
    return { report: picked(reports, random), question: { range: `${from}..${until}` } }
  }
}

const picked = <T>(from: readonly T[], random: Random): T => {
  const one = from[Math.floor(random() * from.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

async function loadOf(
  { url, pid }: Served,
  questions: string,
  next: (random: Random) => Asked,
  clients: number,
  seconds: number,
): Promise<Load> {
  const waits: number[] = []
  let failed = 0
  const started = performance.now()
  const isOver = () => performance.now() - started > seconds * 1000
  const client = async (nth: number) => {
    const agent = new Agent({ keepAlive: true, localAddress: `127.0.1.${nth + 1}` })
    const random = randomFrom(nth + clients * 1000 + questions.length)
    while (!isOver()) {
      const before = performance.now()
      if ((await statusOf(agent, url, next(random))) !== 200) failed += 1
      waits.push(performance.now() - before)
    }
    agent.destroy()
  }
  const { peakMb } = await residentDuring(pid, 0, async () => {
    await Promise.all(Array.from({ length: clients }, (_, nth) => client(nth)))
  })
  const took = (performance.now() - started) / 1000
  return {
    questions,
    clients,
    answersASecond: Math.round((waits.length / took) * 10) / 10,
    ...middle(waits),
    failed,
    peakMb,
  }
}

function statusOf(agent: Agent, url: string, { report, question }: Asked): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const asked = request(`${url}/api/reports/${report}/answer`, { method: 'POST', agent, headers })
    asked.on('error', reject).on('response', (response) => {
      text(response).then(() => resolve(response.statusCode), reject)
    })
    asked.end(JSON.stringify(question))
  })
}

function middle(waits: readonly number[]) {
  const sorted = waits.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) }
}

/** The same questions in each run, so that two programs are asked alike. */
function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

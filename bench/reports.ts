import type { Question, RecordsRequest, shapes } from '../src/answer/index.ts'
import { medianMs } from './median.ts'
import { post, read } from './post.ts'

export interface ReportTimes {
  readonly report: string
  readonly defaultMs: number
  readonly lastYearByOwnerMs: number
  readonly drillPageMs: number
}

const lastYear: Question = { range: 'last-365-days', by: 'owner' }

/** How long each report takes over HTTP, from request to the last byte read. */
export async function measureReports(url: string, runs: number): Promise<readonly ReportTimes[]> {
  const reports: readonly shapes.ReportSummary[] = await get(`${url}/api/reports`)
  const times: ReportTimes[] = []
  for (const { id } of reports) times.push(await measureReport(`${url}/api/reports/${id}`, id, runs))
  return times
}

async function measureReport(address: string, report: string, runs: number): Promise<ReportTimes> {
  const { measures }: shapes.ReportPage = await get(address)
  const drill: RecordsRequest = { question: lastYear, cell: { measure: measures[0]?.key ?? '' }, limit: 100 }
  return {
    report,
    defaultMs: await medianMs(runs, () => ask(`${address}/answer`, {})),
    lastYearByOwnerMs: await medianMs(runs, () => ask(`${address}/answer`, lastYear)),
    drillPageMs: await medianMs(runs, () => ask(`${address}/records`, drill)),
  }
}

const get = async (address: string) => read(await fetch(address))
const ask = async (address: string, body: unknown) => read(await post(address, body))

import type { Cell, Question, RecordsRequest, shapes } from '../src/answer/index.ts'
import type { DataStatus, PastImports, UploadShape } from '../src/server/index.ts'
import type { Forecast, ForecastTerms, Goal, GoalChange, GoalTerms } from '../src/store/index.ts'
import { language } from './words/language.ts'

/** What the server refused, in the sentence it gave. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly logId: string | null

  constructor(status: number, code: string, message: string, logId: string | null) {
    super(message)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.logId = logId
  }
}

const base = '/api'

export const reportPath = (id: string): string => `${base}/reports/${id.split('/').map(encodeURIComponent).join('/')}`

const inTab = (tab: string | undefined): string => (tab === undefined ? '' : `?${new URLSearchParams({ tab })}`)

const goalPath = (id: string): string => `${base}/goals/${encodeURIComponent(id)}`

const uploadPath = (id: string): string => `${base}/imports/${encodeURIComponent(id)}`

export const api = {
  reports: (signal?: AbortSignal) => get<readonly shapes.ReportSummary[]>(`${base}/reports`, signal),
  report: (id: string, tab: string | undefined, signal?: AbortSignal) =>
    get<shapes.ReportPage>(reportPath(id) + inTab(tab), signal),
  believable: (id: string, tab: string | undefined, signal?: AbortSignal) =>
    get<readonly string[]>(`${reportPath(id)}/believable${inTab(tab)}`, signal),
  answer: (id: string, question: Question, signal?: AbortSignal, known?: Tagged<shapes.Answer>) =>
    postAgain(`${reportPath(id)}/answer`, question, signal, known),
  records: (id: string, request: RecordsRequest, signal?: AbortSignal) =>
    post<shapes.RecordsPage>(`${reportPath(id)}/records`, request, signal),
  values: (id: string, field: string, search: string, signal?: AbortSignal) =>
    get<shapes.FieldValues>(`${reportPath(id)}/values?${new URLSearchParams({ field, search })}`, signal),
  people: (signal?: AbortSignal) => get<shapes.People>(`${base}/people`, signal),
  status: (signal?: AbortSignal) => get<DataStatus>(`${base}/status`, signal),
  refresh: (signal?: AbortSignal) => post<unknown>(`${base}/refresh`, {}, signal),
  goals: (signal?: AbortSignal) => get<readonly Goal[]>(`${base}/goals`, signal),
  goalHistory: (id: string, signal?: AbortSignal) => get<readonly GoalChange[]>(`${goalPath(id)}/history`, signal),
  /** Refused when the goal is another revision by now; 0 makes one. */
  putGoal: async (id: string, revision: number, terms: GoalTerms): Promise<void> => {
    await sent(`${goalPath(id)}?revision=${revision}`, { ...json(terms), method: 'PUT' })
  },
  removeGoal: async (id: string, revision: number): Promise<void> => {
    await sent(`${goalPath(id)}?revision=${revision}`, { method: 'DELETE' })
  },
  forecasts: (signal?: AbortSignal) => get<readonly Forecast[]>(`${base}/forecasts`, signal),
  submitForecast: (terms: ForecastTerms) => post<unknown>(`${base}/forecasts`, terms),
  beginUpload: () => post<UploadShape>(`${base}/imports`, null),
  handIn: async (id: string, name: string, at: number, piece: Blob, signal?: AbortSignal): Promise<void> => {
    const headers = { 'content-type': 'application/octet-stream' }
    const path = `${uploadPath(id)}/files/${encodeURIComponent(name)}?at=${at}`
    await sent(path, { method: 'PUT', headers, body: piece, signal })
  },
  upload: (id: string, signal?: AbortSignal) => get<UploadShape>(uploadPath(id), signal),
  readUpload: async (id: string, mapping: unknown, account: object): Promise<UploadShape> =>
    (await sent(`${uploadPath(id)}/reading`, { ...json({ mapping, account }), method: 'PUT' })).json(),
  dropFile: async (id: string, name: string): Promise<UploadShape> =>
    (await sent(`${uploadPath(id)}/files/${encodeURIComponent(name)}`, { method: 'DELETE' })).json(),
  pastImports: (signal?: AbortSignal) => get<PastImports>(`${base}/imports`, signal),
  turnImport: ({ number, turning }: { readonly number: number; readonly turning: 'undo' | 'redo' }) =>
    post<PastImports>(`${base}/imports/past/${number}/${turning}`, null),
  loadUpload: (id: string) => post<UploadShape>(`${uploadPath(id)}/load`, null),
  dropUpload: async (id: string): Promise<void> => {
    await sent(uploadPath(id), { method: 'DELETE' })
  },
  exported: async (id: string, question: Question, cell: Cell, signal?: AbortSignal): Promise<Blob> =>
    (await sent(`${reportPath(id)}/export`, { ...json({ question, cell, format: 'csv' }), signal })).blob(),
} as const

async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await sent(path, { signal })).json()
}

async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return (await sent(path, { ...json(body), signal })).json()
}

/** An answer with the tag that the server knows it by. */
export interface Tagged<T> {
  readonly answer: T
  readonly tag: string | null
}

/** What is known already is not sent again while it is still so. */
async function postAgain<T>(path: string, body: unknown, signal?: AbortSignal, known?: Tagged<T>): Promise<Tagged<T>> {
  const init = json(body)
  const tag = known?.tag && { 'if-none-match': known.tag }
  const response = await sent(path, { ...init, headers: { ...init.headers, ...tag }, signal })
  if (known && response.status === 304) return known
  return { answer: await response.json(), tag: response.headers.get('etag') }
}

const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

async function sent(path: string, init: RequestInit): Promise<Response> {
  const headers = { ...init.headers, 'accept-language': language }
  const response = await fetch(path, { ...init, headers }).catch(unreachable)
  if (!response.ok && response.status !== 304) throw await problemOf(response)
  return response
}

/** A cancelled request is no problem. */
function unreachable(error: unknown): never {
  if (error instanceof TypeError) throw new Problem(0, 'unreachable', '', null)
  throw error
}

async function problemOf(response: Response): Promise<Problem> {
  const body: Partial<shapes.Problem> = await response.json().catch(() => ({}))
  const { code = 'unreachable', message = '', logId = null } = body.error ?? {}
  return new Problem(response.status, code, message, logId)
}

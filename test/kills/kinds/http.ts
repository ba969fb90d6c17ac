import { once } from 'node:events'
import { z } from 'zod'
import type { Landing } from '../../../src/landing/index.ts'
import { Acknowledged } from '../acknowledged.ts'
import type { Kind, Victim } from '../kind.ts'
import { inLanding, landedMarks } from '../landed-marks.ts'
import { foundIn, mark } from '../mark.ts'
import { linesOf, mustBeKilled, startProcess } from '../victim.ts'

/** Goals and forecasts, from several clients at once. */
export const http: Kind = {
  name: 'goals and forecasts over HTTP',
  mostWrites: 6,
  start: async (folder, first) => startServer(folder, first),
  look: (folder) =>
    inLanding(folder, async (landing) => ({
      ...foundIn(await landedMarks(landing, { goal: 'name', forecast_submission: 'note' })),
      wrong: [...(await wrongDocuments(landing, 'goal')), ...(await wrongDocuments(landing, 'forecast'))],
    })),
}

/** Each revision stands in the record of the batch that its row is in, and none is left out. */
async function wrongDocuments(landing: Landing, kind: string): Promise<readonly string[]> {
  const marks = new Set(await landedMarks(landing, { goal: 'name', forecast_submission: 'note' }))
  const wrong: string[] = []
  for (const { id } of landing.documents(kind)) {
    const revisions = await landing.revisions(kind, id)
    if (revisions.some(({ revision }, index) => revision !== index + 1)) wrong.push(`${kind} ${id} lacks a revision`)
    for (const { content } of revisions) {
      const said = z.object({ name: z.string().optional(), note: z.string().optional() }).parse(content)
      if (!marks.has(said.name ?? said.note ?? '')) wrong.push(`${kind} ${id} has a revision without a row`)
    }
  }
  return wrong
}

const clients = 3

function startServer(folder: string, first: number): Victim {
  const child = startProcess('./writers/serve.ts', folder)
  const acknowledged = new Acknowledged()
  child.on('close', () => acknowledged.end())
  let asking: Promise<unknown> = Promise.resolve()
  const writing = Promise.race([once(linesOf(child), 'line'), once(child, 'close')]).then(([url]) => {
    if (child.signalCode === null) asking = askFrom(clients, String(url), first, acknowledged)
  })
  const kill = async () => {
    await mustBeKilled(child)
    await asking
    return true
  }
  return { acknowledged: acknowledged.writes, writing, until: (count) => acknowledged.until(count), kill }
}

/** Each client writes on until the server is gone. */
async function askFrom(clients: number, url: string, first: number, acknowledged: Acknowledged): Promise<void> {
  let next = first
  const client = async () => {
    for (let write = next++; await acknowledges(url, write); write = next++) acknowledged.add(write)
  }
  await Promise.all(Array.from({ length: clients }, client))
}

/** A kill cuts the connection, also between a head and its body; any other answer but the good one is a mistake. */
async function acknowledges(url: string, write: number): Promise<boolean> {
  const answer = await sent(url, write).catch(() => null)
  const body = await answer?.text().catch(() => null)
  if (answer && !answer.ok) throw new Error(`write ${write} was refused: ${body}`)
  return typeof body === 'string'
}

const holder = { ownerId: 'o1', teamId: null, pipelineId: null, startsOn: '2026-01-01', endsOn: '2026-01-31' }

function sent(url: string, write: number): Promise<Response> {
  const text = mark(write, 0, 1)
  return write % 2 === 0
    ? send('PUT', `${url}/api/goals/g${write % 12}`, { ...holder, name: text, amount: write })
    : send('POST', `${url}/api/forecasts`, { ...holder, note: text, amount: write })
}

const send = (method: string, url: string, body: object): Promise<Response> =>
  fetch(url, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

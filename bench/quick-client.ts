import { request } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Waits {
  readonly tries: number
  readonly failed: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly maxMs: number
}

/** A client of its own address, who asks for new deals again and again, each time over days that nobody asked for. */
export async function quickClient(url: string, tries: number, isOver: () => boolean): Promise<Waits> {
  const waits: number[] = []
  let failed = 0
  while (waits.length < tries && !isOver()) {
    const started = performance.now()
    if ((await askedFrom('127.0.0.2', `${url}/api/reports/sales/deals-created/answer`, newDays())) !== 200) failed += 1
    waits.push(performance.now() - started)
    await new Promise((thinking) => setTimeout(thinking, 100))
  }
  return waitsOf(waits, failed)
}

let asked = 0

/** A year's length that ends on another day each time, so that no answer is kept for it. */
function newDays(): string {
  const until = Temporal.Now.plainDateISO().subtract({ days: asked % 300 })
  const from = until.subtract({ days: 365 + Math.floor(asked++ / 300) })
  return JSON.stringify({ range: `${from}..${until}` })
}

function askedFrom(localAddress: string, address: string, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: 'POST', localAddress, headers: { 'content-type': 'application/json' } })
    sent.on('error', reject).on('response', (response) => {
      text(response).then(() => resolve(response.statusCode), reject)
    })
    sent.end(body)
  })
}

function waitsOf(waits: readonly number[], failed: number): Waits {
  const sorted = waits.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { tries: waits.length, failed, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) }
}

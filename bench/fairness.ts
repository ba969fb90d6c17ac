import { post } from './post.ts'
import { quickClient, type Waits } from './quick-client.ts'

export interface Fairness {
  readonly alone: Waits
  /** While another client keeps thirty of the slowest questions open. */
  readonly besideThirty: Waits
  readonly p95DelayMs: number
  /** How the thirty ended, by status. */
  readonly thirty: string
}

const tries = 50
const slowest = ['sales/completed-activities', 'sales/team-activity-timeline', 'sales/prospecting-activities']

/** How long one client's thirty slowest legal questions delay the quick question of another. */
export async function measureFairness(url: string): Promise<Fairness> {
  await quickClient(url, 3, () => false)
  const alone = await quickClient(url, tries, () => false)
  const gone = new AbortController()
  const ends = new Map<string, number>()
  const thirty = Array.from({ length: 30 }, (_, nth) => keepAsking(url, nth, gone.signal, ends))
  const besideThirty = await quickClient(url, tries, () => false)
  gone.abort()
  await Promise.all(thirty)
  return { alone, besideThirty, p95DelayMs: besideThirty.p95Ms - alone.p95Ms, thirty: JSON.stringify([...ends]) }
}

const first = Temporal.PlainDate.from('1990-01-01')

/** Each time a question that was never asked before, so that no answer can be kept for it. */
async function keepAsking(url: string, nth: number, signal: AbortSignal, ends: Map<string, number>): Promise<void> {
  for (let round = 0; !signal.aborted; round++) {
    const status = await endOf(slow(url, nth, round), signal)
    ends.set(status, (ends.get(status) ?? 0) + 1)
    if (status !== '200') await new Promise((later) => setTimeout(later, 200))
  }
}

const slow = (url: string, nth: number, round: number) => ({
  address: `${url}/api/reports/${slowest[nth % slowest.length]}/answer`,
  body: {
    range: `${first.add({ days: nth + 30 * round })}..2035-12-31`,
    by: 'owner',
    breakdown: nth % slowest.length === 0 ? 'activity.deal.original_source' : 'deal.original_source',
    compare: 'previous-year',
  },
})

async function endOf({ address, body }: ReturnType<typeof slow>, signal: AbortSignal): Promise<string> {
  try {
    const response = await post(address, body, signal)
    await response.arrayBuffer()
    return String(response.status)
  } catch (error) {
    if (signal.aborted) return 'left'
    throw error
  }
}

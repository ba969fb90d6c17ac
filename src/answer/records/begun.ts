import { setTimeout as after } from 'node:timers/promises'

/**
 * The same batches, of which the first is there already, or takes longer than that: whoever waits so long sees that the file has begun.
 * When the reader goes before it reads, what made them is let go all the same.
 */
export async function begun<T>(
  batches: AsyncIterable<T>,
  withinMs: number,
  signal?: AbortSignal,
): Promise<AsyncIterable<T>> {
  const each = batches[Symbol.asyncIterator]()
  let first: Promise<IteratorResult<T>> | null = each.next()
  const letGo = async () => void (await each.return?.())
  await Promise.race([first, after(withinMs, undefined, { ref: false })])
  // Whoever reads is told; until then nobody is.
  first.catch(() => {})
  if (signal?.aborted) await letGo()
  signal?.throwIfAborted()
  signal?.addEventListener('abort', () => void letGo().catch(() => {}), { once: true })
  const next = () => {
    const ahead = first
    first = null
    return ahead ?? each.next()
  }
  const end = async (): Promise<IteratorResult<T>> => {
    await letGo()
    return { done: true, value: undefined }
  }
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) }
}

/** The same batches, of which the first is there already. When the reader goes before it reads, what made them is let go all the same. */
export async function begun<T>(batches: AsyncIterable<T>, signal?: AbortSignal): Promise<AsyncIterable<T>> {
  const each = batches[Symbol.asyncIterator]()
  let first: Promise<IteratorResult<T>> | null = each.next()
  const letGo = async () => void (await each.return?.())
  await first
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

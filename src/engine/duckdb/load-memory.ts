import { Refusal } from '../../errors/index.ts'

/** With these a load is as quick as with more: what does not fit goes to disk and comes back in order. */
const [leastMb, bytesOfRow] = [200, 120]

/** Loads with what so many rows usually take, of `mostMb`; with all of it where that is not enough. */
export async function withinMemory<R>(
  rows: number,
  mostMb: number,
  load: (memoryMb: number) => Promise<R>,
): Promise<R> {
  const usualMb = Math.min(mostMb, Math.ceil(leastMb + (rows * bytesOfRow) / 1e6))
  try {
    return await load(usualMb)
  } catch (error) {
    const isShort = error instanceof Refusal && error.code === 'load-too-big'
    if (!isShort || usualMb === mostMb) throw error
    return load(mostMb)
  }
}

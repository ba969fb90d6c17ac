import { Refusal } from '../../../errors/index.ts'

/** With these a load is nearly as quick as with more: what does not fit goes to disk and comes back. */
const leastMb = 430
const neededMb = (rows: number): number => Math.ceil(200 + (rows * 120) / 1e6)

/** Loads with what so many rows usually take, of `mostMb`; with all of it where that is not enough. */
export async function withinMemory<R>(
  rows: number,
  mostMb: number,
  load: (memoryMb: number) => Promise<R>,
): Promise<R> {
  const usualMb = Math.min(mostMb, Math.max(leastMb, neededMb(rows)))
  try {
    return await load(usualMb)
  } catch (error) {
    const isShort = error instanceof Refusal && error.code === 'load-too-big'
    if (!isShort || usualMb === mostMb) throw error
    return load(mostMb)
  }
}

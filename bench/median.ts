/** Milliseconds that the middle run took, after two that warm up. */
export async function medianMs(runs: number, work: () => Promise<unknown>): Promise<number> {
  for (let warming = 0; warming < 2; warming++) await work()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  const [middle = 0] = times.sort((one, other) => one - other).slice(Math.floor(runs / 2))
  return Math.round(middle * 10) / 10
}

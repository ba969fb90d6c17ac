import { withServer } from './server.ts'

const starts = 5

/** From the command to the first page, over data that is there already: the middle one of five, after one that warms up. */
export async function measureStart(folder: string): Promise<{ readonly startToPageMs: number }> {
  await startToPage(folder)
  const times: number[] = []
  for (let start = 0; start < starts; start++) times.push(await startToPage(folder))
  const [middle = 0] = times.sort((one, other) => one - other).slice(Math.floor(starts / 2))
  return { startToPageMs: Math.round(middle) }
}

/** Ending the process is not part of it. */
async function startToPage(folder: string): Promise<number> {
  const started = performance.now()
  return withServer(folder, async ({ url }) => {
    await (await fetch(url, { headers: { accept: 'text/html' } })).text()
    return performance.now() - started
  })
}

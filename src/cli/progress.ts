import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../effects.ts'

/** Shows how far the work is while it runs: on a terminal only, and never among what a program reads. */
export async function withProgress<R>(work: (progress: Progress) => Promise<R>): Promise<R> {
  if (!process.stderr.isTTY) return work(() => {})
  const bar = new SingleBar(
    { format: '{doing} {bar} {percentage} %', clearOnComplete: true, hideCursor: true, stopOnComplete: false },
    Presets.shades_grey,
  )
  bar.start(1, 0, { doing: '' })
  try {
    return await work(({ doing, done, of }) => {
      bar.setTotal(of ?? Math.max(done * 2, 1))
      bar.update(done, { doing })
    })
  } finally {
    bar.stop()
  }
}

import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../../effects.ts'

/** Shows how far the work is while it runs: on a terminal only, and never among what a program reads. */
/** Does something else on the terminal, such as asking, while no progress is shown. */
export type Quietly = <R>(work: () => Promise<R>) => Promise<R>

export async function withProgress<R>(work: (progress: Progress, quietly: Quietly) => Promise<R>): Promise<R> {
  if (!process.stderr.isTTY)
    return work(
      () => {},
      (other) => other(),
    )
  const bar = new SingleBar(
    { format: '{doing} {bar} {percentage} %', clearOnComplete: true, hideCursor: true, stopOnComplete: false },
    Presets.shades_grey,
  )
  bar.start(1, 0, { doing: '' })
  try {
    const quietly: Quietly = async (other) => {
      bar.stop()
      const result = await other()
      bar.start(1, 0, { doing: '' })
      return result
    }
    return await work(({ doing, done, of }) => {
      bar.setTotal(of ?? Math.max(done * 2, 1))
      bar.update(done, { doing })
    }, quietly)
  } finally {
    bar.stop()
  }
}

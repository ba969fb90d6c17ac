import type { DataFolder } from '../data-folder.ts'
import { makeSample } from '../sources/sample/index.ts'
import { effectsOf, noteWrite } from './log.ts'
import { withProgress } from './print/progress.ts'

const seed = 1

/** Fills a folder in which nothing was landed yet; the story ends today. */
export async function makeSampleIfEmpty({ folder, landing, warehouse }: DataFolder, scale: number): Promise<void> {
  if (landing.segments().length) return
  console.error('Making the sample company. This is done once.')
  const started = performance.now()
  const endOn = Temporal.Now.plainDateISO().toString()
  await withProgress((progress) => makeSample(landing, { seed, endOn, scale }, progress))
  noteWrite(effectsOf(folder), 'sample company', { seed, scale, endOn })
  await warehouse.refresh()
  console.error(`It took ${((performance.now() - started) / 1000).toFixed(0)} seconds.`)
}

import { makeBackup } from '../../../src/backup/index.ts'
import { lockForWriting } from '../../../src/data-folder.ts'
import { openLanding } from '../../../src/landing/index.ts'
import { marksOf } from '../mark.ts'
import { given, say } from './saying.ts'

const { folder, first } = given()
const effects = { now: () => Temporal.Now.instant(), log: () => {} }
const around = { now: effects.now, progress: () => {}, lock: (path: string) => lockForWriting(path, effects) }
const landing = await openLanding(folder, effects, 'write')

/** What was landed and not backed up any more is not landed again. */
const isLanded = (write: number): boolean => Number(landing.cursor('test', 'deal') ?? 0) >= write

const land = (write: number) =>
  landing.land('test', async (batch) => {
    const rows = marksOf(write, 1 + (write % 9 === 0 ? 3000 : write % 20)).map((id) => ({ id }))
    await batch.write('deal', ['id'], rows)
    batch.moveCursor('deal', `${write}`)
  })

say('writing')
for (let write = first; ; write += 1) {
  if (!isLanded(write)) await land(write)
  await makeBackup(folder, `${folder}-backup`, around)
  say(write)
}

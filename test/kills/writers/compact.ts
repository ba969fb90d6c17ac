import { compact } from '../../../src/compaction.ts'
import { openDataFolder } from '../../../src/data-folder.ts'
import { marksOf } from '../mark.ts'
import { given, say } from './saying.ts'

const { folder, first } = given()
const effects = { now: () => Temporal.Now.instant(), log: () => {} }
const data = await openDataFolder(folder, effects, { threads: 1 })

/** Each of so many files has one row of a write. */
const files = 10

say('writing')
for (let write = first; ; write += 1) {
  await data.landing.land('test', async (batch) => {
    for (const id of marksOf(write, files))
      await batch.write('deal', ['id', 'name', 'closed_at'], [{ id, name: id, closed_at: '2024-05-31T22:30:00Z' }])
    batch.moveCursor('deal', `${write}`)
  })
  await data.warehouse.refresh()
  await compact(data, effects, new AbortController().signal)
  say(write)
}

import { openDataFolder } from '../../../src/data-folder.ts'
import { marksOf } from '../mark.ts'
import { given, say } from './saying.ts'

const { folder, first } = given()
const effects = { now: () => Temporal.Now.instant(), log: () => {} }
const { landing, warehouse } = await openDataFolder(folder, effects, { threads: 1 })

say('writing')
for (let write = first; ; write += 1) {
  const rows = marksOf(write, 1 + (write % 20)).map((id) => ({ id, name: id, closed_at: '2024-05-31T22:30:00Z' }))
  await landing.land('test', (batch) => batch.write('deal', ['id', 'name', 'closed_at'], rows))
  if (write % 3 === 0) await warehouse.rebuild()
  else await warehouse.refresh()
  say(write)
}

import { openDataFolder } from '../../../src/data-folder.ts'
import { createServer, listen } from '../../../src/server/index.ts'
import { given, say } from './saying.ts'

const { folder } = given()
const effects = { now: () => Temporal.Now.instant(), log: () => {} }
const data = await openDataFolder(folder, effects, { threads: 1 })

/** Wide enough that an export has several steps. */
const deals = Array.from({ length: 2500 }, (_, index) => ({
  id: `d${index}`,
  name: `${index} ${'x'.repeat(1000)}`,
  created_at: '2026-01-01T09:00:00Z',
}))
if (data.landing.segments().length === 0)
  await data.landing.land('test', (batch) => batch.write('deal', ['id', 'name', 'created_at'], deals))
await data.warehouse.refresh()
say(await listen(createServer({ data, effects, webFolder: '/nowhere' }), { port: 0 }))

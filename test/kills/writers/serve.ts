import { openDataFolder } from '../../../src/data-folder.ts'
import { createServer, listen } from '../../../src/server/index.ts'
import { given, say } from './saying.ts'

const { folder } = given()
const effects = { now: () => Temporal.Now.instant(), log: () => {} }
const data = await openDataFolder(folder, effects, { threads: 1 })
await data.landing.land('test', (batch) => batch.write('owner', ['id', 'name'], [{ id: 'o1', name: 'Ann' }]))
await data.warehouse.refresh()
say(await listen(createServer({ data, effects, webFolder: '/nowhere' }), { port: 0 }))

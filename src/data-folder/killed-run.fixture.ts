import { openDataFolder } from '../data-folder.ts'
import { landDeals, secondPull } from './pulls.fixture.ts'
import { tickingEffects } from './temporary.fixture.ts'

/** For tests, run as a process of its own: pulls and loads, and is killed when it comes to a step for the nth time. */
const [folder = '', step = '', nth = '1'] = process.argv.slice(2)
let left = Number(nth)

const die = (name: string) => {
  if (name !== step) return
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}

const data = await openDataFolder(folder, tickingEffects(), { threads: 1, step: die })
console.log('open')
await landDeals(data, secondPull)
await data.warehouse.refresh()
await data.warehouse.rebuild()
// Keeps the folder until it is killed.
setInterval(() => {}, 1000)

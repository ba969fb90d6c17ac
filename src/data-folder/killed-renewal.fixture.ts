import { later, openedWith } from './renewed.fixture.ts'

/** For tests, run as a process of its own: a later version of the program opens a folder, and is killed at a step. */
const [folder = '', step = ''] = process.argv.slice(2)

const data = await openedWith(await later(), folder, (name) => {
  if (name === step) process.kill(process.pid, 'SIGKILL')
})
await data.warehouse.refresh()
// Keeps the folder until it is killed.
setInterval(() => {}, 1000)

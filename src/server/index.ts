export { createServer } from './app.ts'
export { type Address, listen, untilStopped } from './listen.ts'
export { logTo } from './log.ts'
export type { App, Serving } from './serving.ts'

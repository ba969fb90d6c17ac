export { LogFile, usualLogSize } from './log-file.ts'
export { logTo } from './log-to.ts'

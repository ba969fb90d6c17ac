export { Refusal } from './refusal.ts'
export type { RefusalCode, RefusalDetails } from './refusals.ts'
export { storageRefusal } from './storage.ts'

export { Refusal } from './refusal.ts'
export type { RefusalCode, RefusalDetails } from './refusals.ts'

export { ourFault } from './our-fault.ts'
export { Refusal } from './refusal.ts'
export type { EditStep, RefusalCode, RefusalDetails } from './refusals.ts'
export { storageRefusal } from './storage.ts'

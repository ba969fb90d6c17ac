export { type ImportChoices, type Imported, importSeen, lookAt, type Surroundings } from './import.ts'
export type { Known, KnownRecord } from './known.ts'
export type { SeenFile } from './look.ts'
export { type Section, sectionsOf } from './summary.ts'

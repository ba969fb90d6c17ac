export { type AskedAccount, refuseOtherAccount } from './account-for.ts'
export type { Ask } from './answered.ts'
export type { Choice, ColumnReading, Doubt } from './column-reading.ts'
export { doubtsIn } from './doubts.ts'
export {
  type ImportChoices,
  type Imported,
  importSeen,
  lookAt,
  type Preview,
  previewSeen,
  type Surroundings,
} from './import.ts'
export { importsIn, isImport, type PastImport } from './imports.ts'
export { type KeptReadings, keepReadings, keptReadings, readReadings, shownReading } from './kept-readings.ts'
export type { Known, KnownRecord } from './known.ts'
export { importedBy } from './land-import.ts'
export type { SeenFile } from './look.ts'
export { type Mapping, mapping } from './mapping.ts'
export { parsedMapping } from './mapping-file.ts'
export { type Offered, offeredKinds } from './offered.ts'
export { landAgain, readAgain, readRecipe } from './read-again.ts'
export { type Recipe, recipeName } from './recipe.ts'
export { type Section, sectionsOf } from './summary.ts'

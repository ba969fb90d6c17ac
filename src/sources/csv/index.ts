export { type AskedAccount, refuseOtherAccount } from './account-for.ts'
export type { Choice, ColumnReading, Doubt } from './columns/column-reading.ts'
export type { Ask } from './doubts/answered.ts'
export { doubtsIn } from './doubts/doubts.ts'
export { type Offered, offeredKinds } from './fields/offered.ts'
export type { SeenFile } from './file/look.ts'
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
export {
  type KeptReadings,
  keepReadings,
  keepReadingsAnew,
  keptReadings,
  readReadings,
  shownReading,
} from './kept-readings.ts'
export { importedBy } from './land-import.ts'
export { showMapping } from './mapping/kept-mapping.ts'
export { type Mapping, mapping } from './mapping/mapping.ts'
export { parsedMapping } from './mapping/mapping-file.ts'
export { landAgain, type ReadAnew, readAgain, readRecipe } from './read-again.ts'
export { type Recipe, recipeName } from './recipe.ts'
export type { Known, KnownRecord } from './rows/known.ts'
export { type Section, sectionsOf } from './summary.ts'

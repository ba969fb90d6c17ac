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
export { type KeptReadings, keepReadings, readReadings } from './kept-readings.ts'
export type { Known, KnownRecord } from './known.ts'
export type { SeenFile } from './look.ts'
export { type Mapping, mapping } from './mapping.ts'
export { parsedMapping } from './mapping-file.ts'
export { type Offered, offeredKinds } from './offered.ts'
export { readAgain, readRecipe } from './read-again.ts'
export { type Recipe, recipeName } from './recipe.ts'
export { type Section, sectionsOf } from './summary.ts'

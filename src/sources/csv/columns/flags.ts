import { wordFiles } from '../words.ts'

/** How exports write yes and no. */
export const flagWords: ReadonlyMap<string, boolean> = new Map([
  ...wordFiles.flatMap(({ flags }) => flags?.yes ?? []).map((word) => [word, true] as const),
  ...wordFiles.flatMap(({ flags }) => flags?.no ?? []).map((word) => [word, false] as const),
])

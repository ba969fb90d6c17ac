/** How exports write yes and no. */
export const flagWords: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', 'ja', 'j', 'oui', 'si', 'sí', 'sim', 'x'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', 'nee', 'nein', 'nej', 'non', 'não'].map((word) => [word, false] as const),
])

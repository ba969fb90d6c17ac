import { type Part, print, tests, tool } from './part.ts'

/** Types, lint, layers and unit tests, all at once; each is printed when it is done. */
export function check(): Promise<readonly Part[]> {
  const parts = [
    tool('types', 'tsc', '-p', '.', '--checkers', '1'),
    tool('types of the web', 'tsc', '-p', 'web', '--checkers', '1'),
    tool('lint and format', 'biome', 'check', '--error-on-warnings', '.'),
    tests('unit tests', 'unit'),
  ]
  return Promise.all(parts.map(printed))
}

/** Prints a part as soon as it is done. */
export async function printed(running: Promise<Part>): Promise<Part> {
  const part = await running
  print(part)
  return part
}

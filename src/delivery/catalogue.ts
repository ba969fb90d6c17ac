import { Refusal } from '../errors/index.ts'
import { defaultOf, modulesIn } from '../modules.ts'
import type { Format } from './format.ts'

const folder = new URL('./formats/', import.meta.url)

// Every file of the folder has a format as its default.
const load = async (name: string) => (await defaultOf(folder, name)) as Format

/** Every format, by name: one file in `formats/` each. */
export const formats: ReadonlyMap<string, Format> = new Map(
  (await Promise.all(modulesIn(folder).map(load))).map((format) => [format.name, format]),
)

export function formatNamed(name: string): Format {
  const format = formats.get(name)
  if (!format) throw new Refusal('format-unknown', { name, known: [...formats.keys()].join(', ') })
  return format
}

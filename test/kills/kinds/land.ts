import type { Landing } from '../../../src/landing/index.ts'
import type { Kind } from '../kind.ts'
import { inLanding, landedMarks } from '../landed-marks.ts'
import { foundIn } from '../mark.ts'
import { wrongRegisters } from '../registers.ts'
import { startWriter } from '../victim.ts'

/** Batches of every form, with nothing but landing open. */
export const land: Kind = {
  name: 'land',
  mostWrites: 5,
  start: async (folder, first) => startWriter('./writers/land.ts', folder, first),
  look: (folder, acknowledged) =>
    inLanding(folder, async (landing) => {
      const rows = await landedMarks(landing, { owner: 'id', company: 'id', deal: 'id' })
      const found = foundIn([...rows, ...files(landing, rows)])
      const last = Math.max(0, ...found.whole)
      return { ...found, wrong: wrongRegisters(landing, acknowledged, last) }
    }),
}

/** The file as it came is the first part of each write. */
function files(landing: Landing, rows: readonly string[]): readonly string[] {
  const firsts = new Set(rows.map((text) => text.replace(/-\d+-(\d+)$/, '-0-$1')))
  return [...firsts].filter((first) => landing.importedFile(first)?.name === `${first}.csv`)
}

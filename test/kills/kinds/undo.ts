import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importsIn } from '../../../src/sources/csv/index.ts'
import type { Kind } from '../kind.ts'
import { foundIn } from '../mark.ts'
import { startWriter } from '../victim.ts'
import { inWarehouse, loadedMarks } from '../warehouse-marks.ts'

/** Imports, and taking them back with later ones read anew: what was acknowledged counts, or rests, for good. */
export const undo: Kind = {
  name: 'import and undo',
  mostWrites: 2,
  start: async (folder, first) => startWriter('./writers/undo.ts', folder, first),
  look: (folder) =>
    inWarehouse(folder, async (data) => {
      const imports = importsIn(data.landing.batches())
      const found = foundIn(await loadedMarks(data, 'deal', 'name'))
      const resting = imports.filter(({ stands }) => !stands)
      const rests = new Set(resting.map(({ number }) => number))
      const undone = resting.flatMap(({ files }) => files.map(writeOf))
      const counted = undone.filter((write) => found.whole.has(write) || found.torn.includes(write))
      const back = (await acknowledgedUndo(folder)).filter((number) => !rests.has(number))
      const wrong = [
        ...counted.map((write) => `write ${write} was taken back and is counted`),
        ...back.map((number) => `import ${number} was taken back and counts again`),
      ]
      // A write whose import was taken back is kept whole where no figure has it.
      return { ...found, whole: new Set([...found.whole, ...undone]), wrong }
    }),
}

const writeOf = (file: string): number => Number(/\d+/.exec(file)?.[0])

async function acknowledgedUndo(folder: string): Promise<readonly number[]> {
  const text = await readFile(join(folder, '..', 'taken-back'), 'utf8').catch(() => '')
  return text.split('\n').filter(Boolean).map(Number)
}

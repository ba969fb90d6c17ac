import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDataFolder } from '../../../src/data-folder.ts'
import { importInto } from '../../../src/importing.ts'
import { importsIn, lookAt } from '../../../src/sources/csv/index.ts'
import { turnImport } from '../../../src/taking-back.ts'
import { marksOf } from '../mark.ts'
import { given, say } from './saying.ts'

const { folder, first } = given()
const beside = join(folder, '..')
const effects = { now: () => Temporal.Now.instant(), log: () => {} }
const data = await openDataFolder(folder, effects, { threads: 1 })

/** Owners are made by whichever import names them first. */
const fileOf = (write: number): string => {
  const rows = marksOf(write, 5).map((name, at) => `${write * 5 + at},${name},Owner ${write % 3},Won,2017-01-05`)
  return ['Record ID,Deal Name,Deal Owner,Deal Stage,Create Date', ...rows].join('\n')
}

async function bring(write: number): Promise<void> {
  const file = join(beside, `deals-${write}.csv`)
  await writeFile(file, fileOf(write))
  const seen = await lookAt([file], () => {})
  await importInto(data, seen, { map: null, account: {} }, effects, { progress: () => {}, who: 'Ann' })
}

/** The one before the last that counts, so that the last is read anew; every third time the last itself. */
async function takeOneBack(write: number): Promise<void> {
  const standing = importsIn(data.landing.batches()).filter(({ stands }) => stands)
  const one = standing[write % 3 === 0 ? 0 : 1]
  if (!one) return
  await turnImport(data, one.number, 'undo', effects, () => {})
  await appendFile(join(beside, 'taken-back'), `${one.number}\n`)
}

say('writing')
for (let write = first; ; write += 1) {
  await bring(write)
  if (write % 2 === 1) await takeOneBack(write)
  say(write)
}

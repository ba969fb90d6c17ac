import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { verifyBackup } from '../../../src/backup/index.ts'
import { openLanding } from '../../../src/landing/index.ts'
import type { Kind, Look } from '../kind.ts'
import { landedMarks } from '../landed-marks.ts'
import { foundIn } from '../mark.ts'
import { startWriter } from '../victim.ts'

/** A backup after each batch; what is acknowledged is in the backup. */
export const backup: Kind = {
  name: 'backup',
  mostWrites: 3,
  start: async (folder, first) => startWriter('./writers/backup.ts', folder, first),
  look: (folder) => lookAt(`${folder}-backup`),
}

async function lookAt(folder: string): Promise<Look> {
  if (!existsSync(join(folder, 'landing'))) return { ...foundIn([]), wrong: [] }
  const { bad } = await verifyBackup(folder, () => {})
  const landing = await openLanding(folder, { now: () => Temporal.Now.instant(), log: () => {} }, 'read')
  const marks = await landedMarks(landing, { deal: 'id' })
  landing.close()
  return { ...foundIn(marks), wrong: bad.map(({ path, wrong }) => `${path} in the backup: ${wrong}`) }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Landing, openLanding } from '../landing/index.ts'
import { makeBackup, restoreBackup, verifyBackup } from './index.ts'

const effects = { now: () => Temporal.Now.instant(), log: () => {} }
const around = { now: effects.now, progress: () => {}, lock: () => () => {} }

let folder = ''
let landing: Landing
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-'))
  landing = await openLanding(join(folder, 'data'), effects, 'write')
})
afterEach(async () => {
  landing.close()
  await rm(folder, { recursive: true })
})

const at = (name: string) => join(folder, name)

/** Two segments and a cursor, which belong together. */
const land = (number: number) =>
  landing.land('test', async (batch) => {
    await batch.write('owner', ['id'], [{ id: `${number}` }])
    await batch.write('deal', ['id', 'owner_id'], [{ id: `${number}`, owner_id: `${number}` }])
    batch.moveCursor('deal', `${number}`)
  })

/** What a data folder holds, opened by itself. */
async function held(name: string) {
  const opened = await openLanding(at(name), effects, 'read')
  const found = { segments: opened.segments(), cursor: opened.cursor('test', 'deal') }
  for (const segment of found.segments) await opened.verify(segment)
  opened.close()
  return found
}

it('gives of each backup that was made while batches landed a whole earlier state, with all that was acknowledged before', async () => {
  let [acknowledged, writing] = [0, true]
  const writer = (async () => {
    while (writing) {
      await land(acknowledged + 1)
      acknowledged += 1
    }
  })()
  for (let round = 1; round <= 5; round++) {
    const before = acknowledged
    await makeBackup(at('data'), at('backup'), around)
    expect((await verifyBackup(at('backup'), () => {})).bad).toEqual([])
    await restoreBackup(at('backup'), at(`restored-${round}`), around)
    const { segments, cursor } = await held(`restored-${round}`)
    expect(segments).toEqual(landing.segments().slice(0, segments.length))
    expect(Number(cursor ?? 0)).toBe(segments.length / 2)
    expect(segments.length / 2).toBeGreaterThanOrEqual(before)
  }
  writing = false
  await writer
  expect(acknowledged).toBeGreaterThan(5)
})

it('leaves a backup that can be restored when a run is cut off between any two files, and goes on from there', async () => {
  for (let number = 1; number <= 3; number++) await land(number)
  await makeBackup(at('data'), at('backup'), around)
  for (let number = 4; number <= 5; number++) await land(number)
  for (let steps = 0; steps < 18; steps++) {
    let left = steps
    const progress = () => {
      if (left-- === 0) throw new Error('cut off')
    }
    await makeBackup(at('data'), at('backup'), { ...around, progress }).catch((error) => {
      if (error.message !== 'cut off') throw error
    })
    expect((await verifyBackup(at('backup'), () => {})).bad).toEqual([])
    await restoreBackup(at('backup'), at(`cut-${steps}`), around)
    const { segments } = await held(`cut-${steps}`)
    expect(segments).toEqual(landing.segments().slice(0, segments.length))
    expect(segments.length).toBeGreaterThanOrEqual(6)
  }
  await makeBackup(at('data'), at('backup'), around)
  expect((await verifyBackup(at('backup'), () => {})).batches).toBe(5)
})

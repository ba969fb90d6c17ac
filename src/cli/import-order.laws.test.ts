import { expect, it } from 'vitest'
import { fc } from '../../fixtures/seeded.ts'
import { type Asked, afterImports, type Imports } from './imports.fixture.ts'
import { type Life, listOn, lives, logOf, monthEnds, stateOn } from './random-lives.fixture.ts'

const hasRows = ([, text]: readonly [string, string]) => text.trim().includes('\n')

/** A list at the end of each month, and the changes of some months. */
const telling = fc.tuple(lives, fc.subarray([...monthEnds]), fc.gen()).map(([all, logged, gen]) => {
  const lists = monthEnds.map((day) => listOn(day, all))
  const logs = logged.map((day) => logOf(day.slice(0, 7), all))
  const files = [...lists, ...logs].filter(hasRows)
  return {
    all,
    files: Object.fromEntries(files),
    order: gen(
      fc.shuffledSubarray,
      files.map(([name]) => name),
      { minLength: files.length },
    ),
  }
})

const inBatches = (names: readonly string[]): Imports =>
  [0, 10, 20, 30, 40].flatMap((from) => (from < names.length ? [['2024-01-15', ...names.slice(from, from + 10)]] : []))

const id = (stage: string) => `sales-pipeline.${stage.toLowerCase().replace(' ', '-')}`

/** All deals as they stood at the end of a day. */
async function standing({ rows }: Asked, day: string) {
  const found = await rows(`
    SELECT s.deal_id, s.stage_id, CAST(s.closed_on AS VARCHAR) FROM deal_state s
    WHERE valid_from_on <= '${day}' AND (valid_until_on IS NULL OR valid_until_on > '${day}') ORDER BY CAST(deal_id AS INTEGER)`)
  return found
}

const stood = (all: readonly Life[], day: string) =>
  all.flatMap((life) => {
    const state = stateOn(life, day)
    return state ? [[life.id, id(state.stage), state.closes]] : []
  })

it(
  'Two years told in files of any order: each end of a month is what it was when it was the present',
  { timeout: 600_000 },
  () =>
    fc.assert(
      fc.asyncProperty(telling, async ({ all, files, order }) => {
        await afterImports(files, inBatches(order), async (asked) => {
          for (const day of monthEnds) expect([day, await standing(asked, day)]).toEqual([day, stood(all, day)])
        })
      }),
      { numRuns: 2, endOnFailure: true },
    ),
)

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOf } from '../../src/data-folder/temporary.fixture.ts'
import { type DataFolder, openDataFolder } from '../../src/data-folder.ts'
import { Refusal } from '../../src/errors/index.ts'
import { empty, fill } from './filling.ts'

/** Run on a small disk: tries every kind of writing while the disk fills up at each step of it, and prints what became of it. */
const [disk = ''] = process.argv.slice(2)
const folder = join(disk, 'data')
const opened: string[] = []
const effects = { now: () => Temporal.Now.instant(), log: (line: string) => void opened.push(line) }
let fillingAt = ''
let leaving = 0
const step = (name: string): void => {
  if (name === fillingAt) fill(disk, leaving)
}
const data = await openDataFolder(folder, effects, { threads: 1, step })
let landed = 0

async function land({ landing }: DataFolder): Promise<void> {
  const rows = Array.from({ length: 9000 }, (_, index) => ({ id: `${landed + index}`, name: `${Math.random()}` }))
  await landing.land('test', (batch) => batch.write('deal', ['id', 'name'], rows))
  landed += rows.length
}

const writings = {
  land,
  settings: ({ landing }: DataFolder) => landing.setAccount({ ...landing.account() }),
  refresh: ({ warehouse }: DataFolder) => warehouse.refresh(),
  rebuild: ({ warehouse }: DataFolder) => warehouse.rebuild(),
}

const outcomeOf = (writing: Promise<unknown>): Promise<string> =>
  writing.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )

let counted = 0
/** Never the same statement, for an answer that is kept would not ask the engine. */
const count = async (): Promise<number> =>
  Number((await rowsOf(data, `SELECT count(*) FROM deal -- ${++counted}`))[0]?.[0])

const files = (): readonly string[] =>
  ['landing', 'warehouse'].flatMap((part) => readdirSync(join(folder, part), { recursive: true }).map(String))

/** All writings, one after the other, on a disk that is full from a step on. */
async function tried(at: string, leave: number) {
  await land(data)
  fillingAt = at
  leaving = leave
  if (at === 'start') fill(disk, leave)
  const outcomes: string[] = []
  const reads: (number | string)[] = []
  for (const [name, write] of Object.entries(writings)) {
    outcomes.push(`${name}: ${await outcomeOf(write(data))}`)
    reads.push(await count().catch(String))
  }
  fillingAt = ''
  empty(disk)
  await data.warehouse.refresh()
  const read = reads.every((rows) => Number(rows) > 0)
  return { at, outcomes, read, missing: landed - (await count()), unnamed: unnamed(), strays: strays() }
}

/** Files of segments that nothing names. */
const unnamed = (): number => readdirSync(join(folder, 'landing/segments')).length - data.landing.segments().length

const strays = (): readonly string[] => files().filter((file) => /\.part$|staging|scratch|aside|damaged/.test(file))

await land(data)
await data.warehouse.refresh()
const steps = ['written', 'filled', 'recording', 'in place', 'staged', 'merging', 'merged', 'built', 'pointed']
const results = [await tried('start', 0), await tried('start', 4096), await tried('start', 65_536)]
for (const name of steps) results.push(await tried(name, 0))
// The log of what was merged is emptied where there is some room, and not enough.
for (const leave of [32_768, 262_144]) results.push(await tried('merged', leave))
const reopened = opened.filter((line) => line.includes('opened again')).length
await data.close()
console.log(JSON.stringify({ results, reopened }))

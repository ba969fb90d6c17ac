import { parseArgs } from 'node:util'
import { temporaryFolder } from '../cli/plumbline.ts'
import { killing, type Outcome } from './campaign.ts'
import { kinds } from './kinds.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    seed: { type: 'string', default: `${Date.now() % 1_000_000}` },
  },
})
const [times, seed] = [Number(values.times), Number(values.seed)]
const started = performance.now()
const outcomes: Outcome[] = []

console.log(`${times} kills, seed ${seed}`)
await using folder = await temporaryFolder()
for (const [kind, share] of kinds) {
  outcomes.push(await killing(kind, Math.max(1, Math.round(times * share)), seed, folder.path))
  console.error(`${kind.name}: done`)
}
console.table(outcomes.map(({ wrong, ...counts }) => ({ ...counts, wrong: wrong.length })))
for (const what of outcomes.flatMap(({ wrong }) => wrong)) console.log(what)
console.log(`in ${Math.round((performance.now() - started) / 1000)} s`)
const failures = outcomes.filter(({ lost, doubled, torn, wrong }) => lost + doubled + torn + wrong.length > 0)
process.exitCode = failures.length ? 1 : 0

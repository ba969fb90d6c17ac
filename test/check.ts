import { check } from './check-parts.ts'
import { conclude } from './part.ts'

const started = performance.now()
const parts = await check()
console.log(`in ${((performance.now() - started) / 1000).toFixed(1)} s`)
conclude(parts)

import { runToTheEnd } from './ending.ts'
import { mindOutput } from './print/output.ts'
import { programFor } from './program.ts'

/** What is written here is for its owner alone. */
process.umask(0o077)

const args = process.argv.slice(2)
await runToTheEnd(await programFor(args), args, mindOutput())

#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { run } from './run.js'

/** A checkout runs its TypeScript, a package what was compiled from it. */
const program = existsSync(new URL('../src/cli/main.ts', import.meta.url)) ? 'src/cli/main.ts' : 'dist/src/cli/main.js'
await run(program, process.argv.slice(2))

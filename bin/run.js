import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)
const windows = process.platform === 'win32'

/** The Node that the project brings with it from npm. */
export const ownNode = fileURLToPath(new URL(`node_modules/node/bin/node${windows ? '.exe' : ''}`, root))

/** Runs a TypeScript file of this checkout with a Node that can, whichever Node we are in. */
export async function run(file, args) {
  if (Number.parseInt(process.versions.node, 10) >= 26) await runHere(file, args)
  else if (existsSync(ownNode)) runThere(file, args)
  else refuse()
}

function refuse() {
  console.error("Plumbline is not installed in this checkout yet: run 'npm run setup' in it first.")
  process.exitCode = 1
}

async function runHere(file, args) {
  module.enableCompileCache()
  const url = new URL(file, root)
  process.argv = [process.argv[0], fileURLToPath(url), ...args]
  await import(url.href)
}

function runThere(file, args) {
  const child = spawn(ownNode, [fileURLToPath(import.meta.url), file, ...args], { stdio: 'inherit' })
  const pass = (signal) => child.kill(signal)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, pass)
  // A terminal sends Ctrl-C to both processes by itself.
  process.on('SIGINT', process.stdin.isTTY ? () => {} : pass)
  child.on('exit', endAs)
}

/** Ends as the child did, so that the caller sees one process. */
function endAs(code, signal) {
  if (!signal) process.exit(code)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv[2], process.argv.slice(3))

import { spawn } from 'node:child_process'
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { endWithStarter } from './ends-with.js'
import { isNodeEnough, leastNode, ownNode, whyNot } from './own-node.js'

const root = new URL('../', import.meta.url)

/** Runs a file of this package, TypeScript in a checkout, with a Node that can, whichever Node we are in. */
export async function run(file, args) {
  endWithStarter()
  if (isNodeEnough) return runHere(file, args)
  const node = ownNode()
  if (node) runThere(node, file, args)
  else refuse()
}

function refuse() {
  console.error(
    `Plumbline needs Node ${leastNode} or newer, and this is Node ${process.versions.node}: run 'npm run setup' if this is a checkout, or install a newer Node from https://nodejs.org.`,
  )
  process.exitCode = 1
}

/** The engine works on threads of Node's pool: with the usual four, its questions would wait behind files and one another. */
const engineThreads = '16'

async function runHere(file, args) {
  // Read when the pool is first used, which nothing has done yet.
  process.env.UV_THREADPOOL_SIZE ??= engineThreads
  module.enableCompileCache()
  const url = new URL(file, root)
  process.argv = [process.argv[0], fileURLToPath(url), ...args]
  await import(url.href)
}

/** The channel carries nothing: that it closes tells the other Node that this process has gone. */
function runThere(node, file, args) {
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  const child = spawn(node, [fileURLToPath(import.meta.url), file, ...args], { stdio })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', refuse)
  child.on('exit', (code, signal) => {
    if (code === notStarted) sayWhyNot(node)
    endAs(code, signal)
  })
}

/** The code of a program that the system could not start. */
const notStarted = 127

function sayWhyNot(node) {
  const why = whyNot(node)
  if (why) console.error(`The Node that was installed with Plumbline does not run on this machine: ${why}.`)
}

/** Ends as the child did, so that the caller sees one process. */
function endAs(code, signal) {
  if (!signal) process.exit(code)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv[2], process.argv.slice(3))

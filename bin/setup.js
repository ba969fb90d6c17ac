import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from './chromium.js'
import { isNodeEnough, leastNode, ownNode, whyNot } from './own-node.js'
import { run } from './run.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const windows = process.platform === 'win32'

demandNode(20)
if (!isInstalled()) install()
if (!ownNode()) demandNode(leastNode)
linkNode()
linkCommand()
const [first, ...others] = process.argv.slice(2)
if (first === '--browser') demandBrowser()
const [file, ...args] = first === '--browser' ? others : [first, ...others]
if (file) await run(file, args)

function demandNode(least) {
  if (Number.parseInt(process.versions.node, 10) >= least) return
  stop(
    `Plumbline needs Node ${least} or newer, and this is Node ${process.versions.node}: install one from https://nodejs.org.`,
  )
}

/** Whether npm's own record of what it installed has every package of the lock file that this platform needs. */
function isInstalled() {
  const installed = packages('node_modules/.package-lock.json')
  const wanted = Object.entries(packages('package-lock.json')).filter(([path, of]) => path !== '' && isForHere(of))
  return wanted.every(([path, { version }]) => installed[path]?.version === version)
}

function packages(file) {
  const path = `${root}${file}`
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

/** Optional packages that name no platform, or a C library, are npm's own affair. */
function isForHere({ optional, os, cpu, libc }) {
  if (!optional) return true
  if (!os || !cpu || libc) return false
  // A package may name one platform as a text.
  return [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch)
}

/** Exactly the lock file, and no script of any package: none of ours needs one. */
function install() {
  console.error(
    'Installing what Plumbline is made of, as package-lock.json has it. This takes a minute, and only the first time.',
  )
  execute('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  if (!ownNodeRuns()) hideOwnNode()
}

function ownNodeRuns() {
  const node = ownNode()
  return node !== null && whyNot(node) === null
}

/** A Linux with another C library gets a Node that does not run there; npm scripts must not find it before that of the machine. */
function hideOwnNode() {
  if (!isNodeEnough) stop(noNode())
  for (const name of ['node', 'node.cmd', 'node.ps1']) rmSync(`${root}node_modules/.bin/${name}`, { force: true })
}

function noNode() {
  const node = ownNode()
  return node
    ? `The Node that was installed with Plumbline does not run on this machine: ${whyNot(node)}.`
    : `There is no Node on npm that runs on this machine: install Node ${leastNode} or newer from https://nodejs.org.`
}

/** npm 10 links no command called node, without which its scripts would find that of the machine. */
function linkNode() {
  const node = ownNode()
  const link = `${root}node_modules/.bin/node`
  if (!node || existsSync(windows ? `${link}.cmd` : link) || !ownNodeRuns()) return
  if (windows) writeFileSync(`${link}.cmd`, `@"${node}" %*\r\n`)
  else symlinkSync(node, link)
}

/** npm links the commands of all packages but our own. */
function linkCommand() {
  const link = `${root}node_modules/.bin/plumbline`
  if (windows) writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\bin\\plumbline.js" %*\r\n')
  else if (!existsSync(link)) symlinkSync('../../bin/plumbline.js', link)
}

function demandBrowser() {
  if (chromium() || installChromium()) return
  console.error('No Chromium was found, so the browser tests are left out: install it, or set CHROMIUM to its path.')
}

function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.error('Installing Chromium for the browser tests.')
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const done = ['update', 'install -y --no-install-recommends chromium'].every(
    (what) => spawnSync('apt-get', ['-qq', ...what.split(' ')], quiet).status === 0,
  )
  return done && chromium() !== null
}

function execute(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows })
  if (status !== 0) stop(`'${command} ${args.join(' ')}' did not succeed; what it said stands above.`)
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

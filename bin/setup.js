import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from './chromium.js'
import { ownNode } from './run.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const windows = process.platform === 'win32'

demandNode(20)
if (!isInstalled()) install()
if (!existsSync(ownNode)) installNode()
linkCommand()
if (process.argv.includes('--browser')) demandBrowser()

function demandNode(least) {
  if (Number.parseInt(process.versions.node, 10) >= least) return
  stop(`Plumbline needs Node ${least} or newer, and this is Node ${process.versions.node}: see https://nodejs.org.`)
}

/** Whether npm's own record of what it installed has every package of the lock file. */
function isInstalled() {
  const installed = packages('node_modules/.package-lock.json')
  const wanted = Object.entries(packages('package-lock.json'))
  return wanted.every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

function packages(file) {
  const path = `${root}${file}`
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

/** Not `npm ci`: it refuses a lock file without the packages of other platforms. This leaves the lock file as it is. */
function install() {
  console.error('Installing what Plumbline is made of. This takes a minute, and only the first time.')
  execute('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], root)
}

/** What the install script of the package `node` does, for an npm that was told not to run install scripts. */
function installNode() {
  console.error('Installing Node 26 inside this checkout.')
  execute(process.execPath, ['installArchSpecificPackage.js'], `${root}node_modules/node`)
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

function execute(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2], shell: windows })
  if (status !== 0) stop(`'${command} ${args.join(' ')}' did not succeed; what it said stands above.`)
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
/** npm packs the lock file under this name only, and would prefer it to the lock file if it stayed. */
const packedLock = at('npm-shrinkwrap.json')

if (process.argv.includes('--clean')) rmSync(packedLock, { force: true })
else prepare()

function prepare() {
  copyFileSync(at('package-lock.json'), packedLock)
  // A folder is a catalogue: what was removed from the sources must not stay.
  rmSync(at('dist/src'), { recursive: true, force: true })
  // Data that the program reads, such as words, goes as it is.
  cpSync(at('src'), at('dist/src'), { recursive: true, filter: (path) => !path.endsWith('.ts') })
  compile()
}

/** Node strips no types below `node_modules`. */
function compile() {
  const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.package.json']
  const { status } = spawnSync(process.execPath, compiler, { cwd: at('.'), stdio: 'inherit' })
  process.exitCode = status ?? 1
}

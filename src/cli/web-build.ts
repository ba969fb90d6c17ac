import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal, storageRefusal } from '../errors/index.ts'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const config = at('web/vite.config.ts')
const stamp = at('dist/web.stamp')

/** A package has the built screen in the place of its sources. */
export const webFolder = at(existsSync(config) ? 'dist/web' : 'web')

/** Builds the screen when it is missing or its sources have changed; an installed package brings it built. */
export async function buildWeb(): Promise<void> {
  if (!existsSync(config)) return
  const sources = stateOfSources()
  if (existsSync(`${webFolder}/index.html`) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  console.error('Building the screen. This is done once, and again when its sources change.')
  const { build } = await import('vite')
  try {
    await build({ configFile: config, logLevel: 'error' })
    writeFileSync(stamp, sources)
  } catch (error) {
    tellWithoutDisk(error)
  }
}

/** Where it cannot be written, an older screen is better than none, and answers come without a screen too. */
function tellWithoutDisk(error: unknown): void {
  const refusal = storageRefusal(error, dirname(webFolder))
  if (!(refusal instanceof Refusal)) throw error
  console.error(`The screen could not be built. ${refusal.message}`)
}

/** Names, sizes and times say enough, and cost a few milliseconds. */
function stateOfSources(): string {
  const files = globSync(['web/**/*', 'package-lock.json'], { cwd: at('.') }).sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(at(file))
    hash.update(`${file}:${size}:${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

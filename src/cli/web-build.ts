import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal, storageRefusal } from '../errors/index.ts'
import { madeBeside } from './beside.ts'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const config = at('web/vite.config.ts')

/** A package has the built screen in the place of its sources. */
export const webFolder = at(existsSync(config) ? 'dist/web' : 'web')

/** Builds the screen when it is missing or its sources have changed; an installed package brings it built. */
export async function buildWeb(): Promise<void> {
  if (!existsSync(config)) return
  const sources = stateOfSources()
  const isBuilt = () => existsSync(stampOf(webFolder)) && readFileSync(stampOf(webFolder), 'utf8') === sources
  if (isBuilt()) return
  console.error('Building the screen. This is done once, and again when its sources change.')
  const { build } = await import('vite')
  try {
    await madeBeside(webFolder, isBuilt, async (outDir) => {
      await build({ configFile: config, logLevel: 'error', build: { outDir } })
      await writeFile(stampOf(outDir), sources)
    })
  } catch (error) {
    tellWithoutDisk(error)
  }
}

/** Says what a screen was built from. */
const stampOf = (folder: string) => join(folder, '.sources')

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

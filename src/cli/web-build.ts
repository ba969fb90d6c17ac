import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export const webFolder = at('dist/web')
const stamp = at('dist/web.stamp')
const config = at('web/vite.config.ts')

/** Builds the screen when it is missing or its sources have changed; an installed package brings it built. */
export async function buildWeb(): Promise<void> {
  if (!existsSync(config)) return
  const sources = stateOfSources()
  if (existsSync(`${webFolder}/index.html`) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  console.error('Building the screen. This is done once, and again when its sources change.')
  const { build } = await import('vite')
  await build({ configFile: config, logLevel: 'error' })
  writeFileSync(stamp, sources)
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

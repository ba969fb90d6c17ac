import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import nl from '../src/draw/words/nl.json' with { type: 'json' }

const built = join(import.meta.dirname, '../dist/web')
const scripts = globSync('assets/*.js', { cwd: built }).map((file) => ({
  file,
  code: readFileSync(join(built, file), 'utf8'),
}))

it('brings no module of Node to the browser, and no renderer that the screen does not use', () => {
  const foreign = /["'`]node:|__vite-browser-external|renderToSVGString\(\)\s*\{/
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter(({ code }) => foreign.test(code)).map(({ file }) => file)).toEqual([])
})

it('brings the words of what is drawn only in the language that is spoken', () => {
  const holding = scripts.filter(({ code }) => code.includes(nl.noneBefore))
  expect(holding).toHaveLength(1)
  expect(holding[0]?.code).not.toContain('React')
})

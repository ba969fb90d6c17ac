import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The map: each layer with those it may import. A new arrow is a decision, written down in docs/decisions. */
const layers: Readonly<Record<string, readonly string[]>> = {
  model: [],
  facts: ['model'],
  query: ['model', 'facts'],
  metrics: ['model', 'facts', 'query'],
  chart: ['model', 'query', 'engine'],
  reports: ['model', 'facts', 'query', 'metrics', 'chart'],
  engine: ['model', 'facts', 'query'],
  answer: ['model', 'facts', 'query', 'metrics', 'chart', 'reports', 'engine'],
  draw: ['model', 'answer'],
  picture: ['answer', 'draw'],
  landing: ['model'],
  sources: ['model', 'landing'],
  backup: ['landing'],
  store: ['model', 'query', 'landing', 'answer'],
  delivery: ['model', 'engine', 'answer'],
  jobs: ['model', 'landing', 'answer', 'delivery'],
  log: [],
  server: [
    'model',
    'landing',
    'engine',
    'answer',
    'sources',
    'store',
    'delivery',
    'jobs',
    'importing.ts',
    'taking-back.ts',
    'data-folder.ts',
  ],
  cli: [
    'model',
    'landing',
    'engine',
    'answer',
    'sources',
    'store',
    'delivery',
    'draw',
    'picture',
    'jobs',
    'backup',
    'log',
    'server',
    'importing.ts',
    'taking-back.ts',
    'compaction.ts',
    'data-folder.ts',
  ],
}

/** What everyone may import: the user's mistakes, the world, what a part tells about itself, and what a folder has. */
const free = ['errors', 'effects.ts', 'gauge.ts', 'memory-budget.ts', 'modules.ts', 'words']

/** Each file of these is one thing with a name; an index would be a list to keep. */
const catalogues = ['facts', 'metrics']

interface Import {
  readonly file: string
  readonly target: string
  readonly typeOnly: boolean
}

const root = join(import.meta.dirname, '..')
const glob = (...patterns: readonly string[]) =>
  globSync(patterns as string[], { cwd: root, exclude: ['**/node_modules/**', 'dist/**'] }).map((file) =>
    file.split(sep).join('/'),
  )
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const importing = /^\s*(?:(import|export)\s+(type\s)?[^'"`;]*?from\s+|import\s+|.*?\bimport\()['"](\.[^'"]+)['"]/gm

const importsOf = (file: string): readonly Import[] =>
  [...read(file).matchAll(importing)].map(([, , type, path]) => ({
    file,
    target: normalize(join(dirname(file), path ?? '')),
    typeOnly: type !== undefined,
  }))

const layerOf = (file: string) => file.split('/')[1] ?? ''
/** A contract is a suite of tests that every implementation runs. */
const isTest = (file: string) => /(\.(test|fixture|contract)|\/contract)\.tsx?$/.test(file)
const say = ({ file, target }: Import) => `${file} → ${target}`

const code = glob('src/**/*.ts', 'web/**/*.{ts,tsx}', 'test/**/*.ts', 'bench/**/*.ts', 'bin/*.js', 'fixtures/**/*.ts')
const layered = code.filter((file) => layerOf(file) in layers && file.startsWith('src/') && !isTest(file))
const crossing = layered
  .flatMap(importsOf)
  .filter(({ file, target }) => target.startsWith('src/') && layerOf(file) !== layerOf(target))

describe('the house', () => {
  it('has no layer that is not on the map', () => {
    const known = [
      ...Object.keys(layers),
      ...free,
      'data-folder',
      'data-folder.ts',
      'importing.ts',
      'taking-back.ts',
      'compaction.ts',
      'data-folder.test.ts',
      'memory-budget.test.ts',
      'architecture.test.ts',
    ]
    const found = new Set(glob('src/**/*.ts').map(layerOf))
    expect([...found].filter((layer) => !known.includes(layer))).toEqual([])
  })

  it('has no arrow that is not on the map', () => {
    const allowed = ({ file, target }: Import) => [...free, ...(layers[layerOf(file)] ?? [])].includes(layerOf(target))
    expect(crossing.filter((arrow) => !allowed(arrow)).map(say)).toEqual([])
  })

  it('enters another layer through its index only, unless it is a catalogue', () => {
    const inside = ({ target }: Import) =>
      target.split('/').length > 2 && basename(target) !== 'index.ts' && !catalogues.includes(layerOf(target))
    expect(crossing.filter(inside).map(say)).toEqual([])
  })

  it('lends the web nothing but types, and what is drawn', () => {
    const borrowed = code.filter((file) => file.startsWith('web/') && !isTest(file)).flatMap(importsOf)
    const values = borrowed.filter(({ target, typeOnly }) => target.startsWith('src/') && !typeOnly)
    const drawn = /^src\/draw\/(index\.ts|words\/\w+\.json)$/
    expect(values.filter(({ target }) => !drawn.test(target)).map(say)).toEqual([])
  })

  it('draws without a machine: values of its own alone, types of others, and words', () => {
    const files = layered.filter((file) => file.startsWith('src/draw/'))
    const borrowed = files.flatMap(importsOf).filter(({ target, typeOnly }) => layerOf(target) !== 'draw' && !typeOnly)
    expect(borrowed.map(say)).toEqual([])
    const packages = files.flatMap((file) => [...read(file).matchAll(/^import (?!type )[^'"]*['"]([^.'"][^'"]*)/gm)])
    expect([...new Set(packages.map(([, name]) => name))]).toEqual(['i18next'])
  })

  it('has no file of more than 400 lines', () => {
    const long = [...code, ...glob('web/**/*.css')].filter((file) => read(file).split('\n').length > 400)
    expect(long).toEqual([])
  })

  it('takes chance in tests from fixtures/seeded.ts alone', () => {
    const own = code.filter((file) => /^import .* from 'fast-check'$/m.test(read(file)))
    expect(own).toEqual(['fixtures/seeded.ts'])
  })

  it('names no path of the machine it was written on', () => {
    const written = [...code, ...glob('*.{md,json,ts}', 'docs/**/*.md', '.ci/*')]
    expect(written.filter((file) => /(?<![\w.])\/(work|root|home|Users)\/\w/.test(read(file)))).toEqual([])
  })
})

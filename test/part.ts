import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))

/** One part of the tests and how it went. A tool that only succeeds or fails counts as one. */
export interface Part {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly seconds: number
  /** What it printed. */
  readonly output: string
}

/** Runs a command of `node_modules/.bin`; its exit code is the result. */
export async function tool(name: string, command: string, ...args: readonly string[]): Promise<Part> {
  const { code, seconds, output } = await execute(command, args)
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds, output }
}

const again = join(root, 'test', 'again.ts')

/** Runs projects of the vitest configuration, their files side by side; their tests are the result. */
export async function tests(name: string, ...projects: readonly string[]): Promise<Part> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-tests-'))
  const file = join(folder, 'result.json')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, `--reporter=${again}`]
  const { code, seconds, output } = await execute('vitest', [
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--passWithNoTests',
    ...reporters,
  ])
  const result = await readFile(file, 'utf8').then(JSON.parse, () => null)
  await rm(folder, { recursive: true })
  return { name, ...counted(result, code), seconds, output }
}

interface VitestResult {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numFailedTestSuites: number
}

/** A file that does not load, or a run that breaks off without a failed test, is a failure too. */
function counted(result: VitestResult | null, code: number): Pick<Part, 'passed' | 'failed' | 'skipped'> {
  const broken = code === 0 ? 0 : 1
  if (!result) return { passed: 0, failed: broken, skipped: 0 }
  return {
    passed: result.numPassedTests,
    failed: Math.max(result.numFailedTests, broken),
    skipped: result.numPendingTests,
  }
}

interface Outcome {
  readonly code: number
  readonly seconds: number
  readonly output: string
}

function execute(command: string, args: readonly string[]): Promise<Outcome> {
  const started = performance.now()
  const bin = join(root, 'node_modules', '.bin')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, NO_COLOR: '1', FORCE_COLOR: undefined }
  const child = spawn(join(bin, command), args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => printed.push(text))
  return new Promise((resolve) => {
    child.on('error', (error) => printed.push(error.message))
    child.on('close', (code) => {
      resolve({ code: code ?? 1, seconds: (performance.now() - started) / 1000, output: printed.join('') })
    })
  })
}

/** One line a part, and what it printed when something failed. */
export function print(part: Part): void {
  const skipped = part.skipped ? `, ${part.skipped} skipped` : ''
  const counts = `${part.passed} passed, ${part.failed} failed${skipped}`
  if (part.failed) console.log(`\n${readable(part)}\n`)
  console.log(`${part.failed ? '✗' : '✓'} ${part.name.padEnd(28)} ${part.seconds.toFixed(1).padStart(6)} s   ${counts}`)
}

const longestLine = 500
const repeats = /^PLUMBLINE_SEED=/

/** A property that fails prints all that it was given, on one line: that is cut here, and whole in a file. */
function readable({ name, output }: Part): string {
  const lines = output.trim().split('\n')
  const cut = lines.map((line) =>
    line.length > longestLine && !repeats.test(line) ? `${line.slice(0, longestLine)}…` : line,
  )
  return cut.every((line, index) => line === lines[index])
    ? cut.join('\n')
    : [...cut, `Long lines are cut here. They are whole in ${kept(name, output)}`].join('\n')
}

/** Keeps what a part printed until its next failure, in a folder that git ignores. */
function kept(name: string, output: string): string {
  const folder = join(root, 'dist', 'tests')
  const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.txt`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, output)
  return file
}

/** The last line, which scripts read, and the exit code. */
export function conclude(parts: readonly Part[]): void {
  const sum = (of: 'passed' | 'failed') => parts.reduce((total, part) => total + part[of], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1
}

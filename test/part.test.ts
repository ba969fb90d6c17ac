import { readFileSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { print } from './part.ts'

const counterexample = `Counterexample: [${'1,'.repeat(1000)}]`
const line = `PLUMBLINE_SEED=7 npx vitest run --project laws src/facts/laws.test.ts -t '${'a long name '.repeat(60)}'`
const printed: string[] = []
const file = () => printed.join('\n').match(/They are whole in (.*)/)?.[1] ?? ''

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation((text) => printed.push(text))
  const output = `${counterexample}\n${line}\n`
  print({ name: 'a part that fails', passed: 0, failed: 1, skipped: 0, seconds: 1, output })
  vi.restoreAllMocks()
})
afterAll(() => rmSync(file()))

it('cuts a long counterexample on the screen, and says where it is whole', () => {
  expect(printed.join('\n')).not.toContain(counterexample)
  expect(readFileSync(file(), 'utf8')).toContain(counterexample)
})

it('never cuts the line that runs it again', () => {
  expect(printed.join('\n')).toContain(line)
})

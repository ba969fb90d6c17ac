import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import type { Value } from '../../warehouse.ts'
import { openLocked } from '../generations/instance.ts'
import { Answering } from './answering.ts'

let folder = ''
let answering: Answering

const limits = { memoryMb: 200, threads: 1, access: 'write' } as const
const line = { atOnce: 2, filesAtOnce: 2, slowAfterMs: 30, waiting: 20, patienceMs: 60_000, timeMs: 30_000 }
const open = async () => {
  const instance = await openLocked(join(folder, 'x.duckdb'), join(folder, 's.duckdb'), join(folder, 'scratch'), limits)
  return new Answering(instance, line)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-'))
  await writeFile(join(folder, 'secret.csv'), 'a,b\n1,2\n')
  answering = await open()
})

afterAll(async () => {
  await answering.close()
  await rm(folder, { recursive: true })
})

const asked = (sql: string, values: readonly Value[] = []) => ({ sql, values, columns: [] })
const ask = async (sql: string, values: readonly Value[] = []) => (await answering.run(asked(sql, values))).rows
/** Far more work than any limit of these tests. */
const endless = 'SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE hash(a.range + b.range) = 7'

it.each<[string, Value]>([
  ["DATE '2024-02-29'", '2024-02-29'],
  ["DATE '0044-03-15'", '0044-03-15'],
  ["TIMESTAMP '2024-02-29 23:59:59.123'", '2024-02-29T23:59:59.123Z'],
  ["TIMESTAMP '1969-12-31 23:59:59.500'", '1969-12-31T23:59:59.500Z'],
  ["timezone('Europe/Amsterdam', TIMESTAMP '2024-07-01 00:00:00')", '2024-06-30T22:00:00.000Z'],
  ["CAST('-12.3456' AS DECIMAL(18,4))", -12.3456],
  ['CAST(9007199254740991 AS BIGINT)', 9007199254740991],
  ['sum(CAST(5 AS BIGINT))', 5],
  ['1 / 0', null],
  ['CAST(NULL AS DATE)', null],
  ['true', true],
  ["'Ünï'", 'Ünï'],
])('gives %s as %j', async (sql, value) => {
  expect(await ask(`SELECT ${sql}`)).toEqual([[value]])
})

it.each([[null], ["it's"], [7], [7.5], [true], [2 ** 53 - 1]])('binds %j as it is', async (value) => {
  expect(await ask('SELECT $1', [value])).toEqual([[value]])
})

it.each([
  ['CREATE TABLE t (a INTEGER)', 'not a statement that reads'],
  ['SELECT 1; DROP TABLE t', 'multiple statements'],
  ["SET memory_limit = '1GB'", 'not a statement that reads'],
  ["COPY (SELECT 1) TO 'out.csv'", 'disabled by configuration'],
  ["ATTACH 'other.duckdb'", 'not a statement that reads'],
  ["SELECT * FROM read_csv('FOLDER/secret.csv')", 'disabled by configuration'],
  ["SELECT * FROM 'FOLDER/secret.csv'", 'disabled by configuration'],
  ["SELECT * FROM glob('FOLDER/*')", 'disabled by configuration'],
  ["SELECT getenv('HOME')", 'getenv'],
])('does not run %s', async (sql, why) => {
  await expect(ask(sql.replace('FOLDER', folder))).rejects.toThrow(why)
})

it('stops a question that takes too long, and answers the next', async () => {
  const hasty = new Answering(await hastyInstance(), { ...line, slowAfterMs: 60_000 })
  // The time of the second question is its own however busy the machine is, since it does not pass.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const first = expect(hasty.run(asked(endless))).rejects.toMatchObject({ code: 'question-too-slow' })
  await expect.poll(() => vi.getTimerCount()).toBe(2)
  await vi.advanceTimersByTimeAsync(line.timeMs)
  await first
  expect((await hasty.run(asked('SELECT 1'))).rows).toEqual([[1]])
  await hasty.close()
})

it('refuses a question that needs more memory than there is', async () => {
  const sql = `SELECT list(a.range::VARCHAR || repeat('x', 100)) FROM range(100000) a, range(1000) b`
  await expect(ask(`SELECT len(l) FROM (${sql}) t(l)`)).rejects.toMatchObject({ code: 'question-too-big' })
})

it('stops when the asker goes away, while waiting too', async () => {
  const gone = new AbortController()
  const questions = [1, 2, 3].map(() => answering.run(asked(endless), gone.signal))
  setTimeout(() => gone.abort(new Error('gone')), 50)
  for (const question of await Promise.allSettled(questions)) {
    expect(question).toMatchObject({ status: 'rejected', reason: { message: 'gone' } })
  }
})

it('gives a place to a quick question although slow ones hold all, and loses none of them', async () => {
  const gone = new AbortController()
  const held = answering.run(asked(endless), gone.signal, 'ann').catch((error: Error) => error.message)
  const long = answering.run(asked('SELECT count(*) FROM range(20000000) a WHERE hash(a.range) = 7'), undefined, 'ann')
  const quick = await answering.run(asked('SELECT 1'), undefined, 'bob')
  expect(quick.rows).toEqual([[1]])
  gone.abort(new Error('gone'))
  expect(await held).toBe('gone')
  expect((await long).rows).toEqual([[0]])
})

it('streams all rows in batches, and stops when the reader does', async () => {
  let rows = 0
  const stream = (sql: string, values: readonly Value[] = []) => answering.reading((ask) => ask(asked(sql, values)))
  for await (const batch of stream('SELECT range FROM range($1::BIGINT)', [5000])) rows += batch.length
  expect(rows).toBe(5000)
  for (const _ of [1, 2, 3]) {
    for await (const batch of stream('SELECT range FROM range(1000000000)')) {
      expect(batch.length).toBeGreaterThan(0)
      break
    }
  }
})

it('lets a reader wait as long as it stays, and forgets it when it goes', async () => {
  const busy = new Answering(await hastyInstance(), { ...line, filesAtOnce: 1, patienceMs: 1 })
  const stream = (signal?: AbortSignal) => busy.reading((ask) => ask(asked('SELECT range FROM range(5000)')), signal)
  const first = stream()[Symbol.asyncIterator]()
  await first.next()
  const gone = new AbortController()
  const waiting = stream()[Symbol.asyncIterator]().next()
  const leaving = stream(gone.signal)[Symbol.asyncIterator]().next()
  await expect.poll(() => busy.load.waiting).toBe(2)
  gone.abort(new Error('gone'))
  await expect(leaving).rejects.toThrow('gone')
  await first.return?.(undefined)
  expect((await waiting).done).toBe(false)
})

it('lets others read between the statements of one', async () => {
  const alone = new Answering(await hastyInstance(), { ...line, filesAtOnce: 1 })
  const turns: string[] = []
  const reader = async (name: string) => {
    const parts = alone.reading<Rows>(
      async function* (ask) {
        for (const part of [1, 2, 3]) yield* ask(asked('SELECT $1', [part]))
      },
      undefined,
      name,
    )
    for await (const [[part] = []] of parts) turns.push(`${name} ${part}`)
  }
  await Promise.all(['ann', 'bob'].map(reader))
  // Who asked first is chance: between two statements of one the other has a turn.
  const [first = '', second = ''] = turns.map((turn) => turn.split(' ')[0])
  expect(new Set([first, second])).toEqual(new Set(['ann', 'bob']))
  expect(turns).toEqual([1, 2, 3].flatMap((part) => [`${first} ${part}`, `${second} ${part}`]))
  await alone.close()
})

type Rows = readonly (readonly Value[])[]

it('explains what a question would do', async () => {
  expect(await answering.explain(asked('SELECT $1', [1]))).toContain('PROJECTION')
  await expect(answering.explain(asked('CREATE TABLE t (a INTEGER)'))).rejects.toThrow('not a statement that reads')
})

const hastyInstance = () => openLocked(':memory:', join(folder, 's.duckdb'), join(folder, 'scratch'), limits)

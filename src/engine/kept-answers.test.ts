import { describe, expect, it } from 'vitest'
import { KeptAnswers } from './kept-answers.ts'
import type { Finished, Statement, Table } from './warehouse.ts'

const statement = (sql: string): Statement => ({ sql, values: [1, 'x'], columns: [] })
const table = (rows = 1): Table => ({
  columns: [{ name: 'a', label: 'A', kind: 'text' }],
  rows: Array.from({ length: rows }, (_, row) => [`row ${row}`]),
})

interface Asked {
  readonly sql: string
  readonly signal: AbortSignal
  readonly answered: PromiseWithResolvers<Table>
}

function company(megabytes = 1) {
  const asked: Asked[] = []
  const joined: string[] = []
  const answers = new KeptAnswers(
    {
      ask: ({ sql }, signal) => {
        const answered = Promise.withResolvers<Table>()
        signal.addEventListener('abort', () => answered.reject(signal.reason), { once: true })
        asked.push({ sql, signal, answered })
        return answered.promise
      },
      alsoFor: ({ sql }, client) => joined.push(`${client} ${sql}`),
    },
    megabytes,
  )
  return { answers, asked, joined }
}

describe('kept answers', () => {
  it('computes equal statements once, also for those who come while it is computed', async () => {
    const { answers, asked, joined } = company()
    const [ann, bob] = [
      answers.answer(1, statement('q'), undefined, 'ann'),
      answers.answer(1, statement('q'), undefined, 'bob'),
    ]
    asked[0]?.answered.resolve(table())
    expect(await ann).toBe(await bob)
    expect(await answers.answer(1, statement('q'))).toBe(await ann)
    expect([asked.length, joined]).toEqual([1, ['bob q']])
    expect(answers.uses).toEqual({ finished: 0, computed: 1, shared: 1, kept: 1 })
  })

  it('tells statements apart by their values', async () => {
    const { answers, asked } = company()
    void answers.answer(1, statement('q'))
    void answers.answer(1, { ...statement('q'), values: ['1', 'x'] })
    expect(asked).toHaveLength(2)
  })

  it('keeps nothing of another state of the data', async () => {
    const { answers, asked } = company()
    const before = answers.answer(1, statement('q'))
    void answers.answer(2, statement('q'))
    asked[0]?.answered.resolve(table())
    await before
    void answers.answer(2, statement('q'))
    expect(asked.map(({ sql }) => sql)).toEqual(['q', 'q'])
    asked[1]?.answered.resolve(table(2))
    expect((await answers.answer(2, statement('q'))).rows).toHaveLength(2)
    expect(asked).toHaveLength(2)
  })

  it('neither keeps nor shares while the data change', async () => {
    const { answers, asked } = company()
    for (let nth = 0; nth < 2; nth++) void answers.answer(null, statement('q'))
    expect(asked).toHaveLength(2)
  })

  it('goes on for those who wait when one goes, and stops when the last one goes', async () => {
    const { answers, asked } = company()
    const [ann, bob] = [new AbortController(), new AbortController()]
    const waits = [ann, bob].map(({ signal }) => answers.answer(1, statement('q'), signal))
    ann.abort(new Error('ann left'))
    await expect(waits[0]).rejects.toThrow('ann left')
    expect(asked[0]?.signal.aborted).toBe(false)
    bob.abort(new Error('bob left'))
    await expect(waits[1]).rejects.toThrow('bob left')
    expect(asked[0]?.signal.aborted).toBe(true)
    void answers.answer(1, statement('q'))
    expect(asked).toHaveLength(2)
  })

  it('tells everybody of a failure, and asks again afterwards', async () => {
    const { answers, asked } = company()
    const waits = [1, 2].map(() => answers.answer(1, statement('q')))
    asked[0]?.answered.reject(new Error('too slow'))
    for (const wait of waits) await expect(wait).rejects.toThrow('too slow')
    void answers.answer(1, statement('q'))
    expect(asked).toHaveLength(2)
  })

  it('stays within its room, whatever is asked', async () => {
    const { answers, asked } = company(0.1)
    for (let nth = 0; nth < 200; nth++) {
      const wait = answers.answer(1, statement(`q ${nth}`))
      asked.at(-1)?.answered.resolve(table(nth % 50 === 0 ? 5000 : 20))
      await wait
      expect(answers.bytes).toBeLessThanOrEqual(100_000)
    }
    expect(answers.bytes).toBeGreaterThan(50_000)
  })
})

const finished = (text: string): Finished => ({ text: Buffer.from(text), tag: text })

describe('finished answers', () => {
  it('are made once for a key, and lie beside a statement of the same name', async () => {
    const { answers, asked } = company()
    const made = await answers.finished(1, 'q', async () => finished('made'))
    expect(await answers.finished(1, 'q', async () => finished('again'))).toBe(made)
    expect(await answers.finished(1, 'p', async () => finished('other'))).toEqual(finished('other'))
    void answers.answer(1, { ...statement('q'), values: [] })
    expect([asked.length, answers.uses.finished]).toEqual([1, 1])
  })

  it.each([
    ['in another state', 1, 2],
    ['while the data change', 1, null],
    ['made while the data changed', null, 1],
  ] as const)('are made anew %s', async (_, before, after) => {
    const { answers } = company()
    await answers.finished(before, 'q', async () => finished('old'))
    expect(await answers.finished(after, 'q', async () => finished('new'))).toEqual(finished('new'))
  })

  it('are not kept when another state was asked while they were made', async () => {
    const { answers } = company()
    const making = Promise.withResolvers<Finished>()
    const slow = answers.finished(1, 'q', () => making.promise)
    void answers.answer(2, statement('of the next state'))
    making.resolve(finished('old'))
    expect(await slow).toEqual(finished('old'))
    for (const state of [1, 2])
      expect(await answers.finished(state, 'q', async () => finished('new'))).toEqual(finished('new'))
  })

  it('that could not be made are made by the next', async () => {
    const { answers } = company()
    await expect(answers.finished(1, 'q', () => Promise.reject(new Error('too slow')))).rejects.toThrow('too slow')
    expect(await answers.finished(1, 'q', async () => finished('made'))).toEqual(finished('made'))
  })

  it('share the room with the tables', async () => {
    const { answers } = company(0.1)
    for (let nth = 0; nth < 200; nth++) {
      await answers.finished(1, `q ${nth}`, async () => finished('x'.repeat(nth % 50 === 0 ? 50_000 : 2000)))
      expect(answers.bytes).toBeLessThanOrEqual(100_000)
    }
    expect(answers.bytes).toBeGreaterThan(50_000)
  })
})

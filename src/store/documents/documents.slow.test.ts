import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fc } from '../../../fixtures/seeded.ts'
import { viewerSeeing } from '../../../fixtures/viewers.ts'
import type { Asking } from '../../answer/index.ts'
import { inDataFolder, tickingEffects } from '../../data-folder/temporary.fixture.ts'
import { type Landing, openLanding } from '../../landing/index.ts'
import { bookmark, pipelineMarked } from './bookmark.fixture.ts'
import { Documents } from './documents.ts'

const effects = tickingEffects()
let folder = ''
let landing: Landing
let documents: Documents

const open = async () => {
  landing = await openLanding(folder, effects, 'write')
  documents = new Documents(landing)
}
const reopen = async () => {
  landing.close()
  await open()
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-'))
  await open()
})
afterEach(async () => {
  landing.close()
  await rm(folder, { recursive: true })
})

/** Nothing of this kind is asked of a warehouse. */
let moment: Asking
await inDataFolder(async ({ warehouse }) => {
  moment = {
    warehouse,
    moment: warehouse.moment(),
    now: effects.now,
    viewer: viewerSeeing('everything', 'everything', 'ann'),
  }
})
const as = (id: string): Asking => ({ ...moment, viewer: viewerSeeing('everything', 'everything', id) })
const put = (revision: number | null, title: string, who = 'ann', id = 'b') =>
  documents.put(bookmark, as(who), { id, revision }, pipelineMarked(title))
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

describe('a document', () => {
  it('has a revision more with each change, none with what is as it was, and is the same after the folder was opened anew', async () => {
    expect((await put(0, 'One')).revision).toBe(1)
    expect((await put(1, 'Two')).revision).toBe(2)
    expect((await put(2, 'Two')).revision).toBe(2)
    await reopen()
    expect(await documents.find(bookmark, as('ann'), 'b')).toEqual({
      id: 'b',
      revision: 2,
      content: pipelineMarked('Two'),
    })
    expect(documents.list(bookmark, as('ann')).documents).toHaveLength(1)
  })

  it('tells who made what of it, part by part, the newest first', async () => {
    await put(0, 'One')
    await put(1, 'Two', 'bob')
    await reopen()
    const [second, first] = await documents.history(bookmark, as('ann'), 'b')
    expect(second).toMatchObject({
      revision: 2,
      by: 'bob',
      did: 'changed',
      changes: [{ field: 'title', from: 'One', to: 'Two' }],
    })
    expect(first).toMatchObject({ revision: 1, by: 'ann', did: 'made' })
    expect(first?.at).toMatch(/^2024-06-01T12:/)
  })

  it('refuses an edit of an earlier revision, and says who did what since', async () => {
    await put(0, 'One')
    await put(1, 'Two', 'bob')
    expect(await refusalOf(put(1, 'Three'))).toMatchObject({
      code: 'document-stale',
      status: 409,
      of: { revision: 2, steps: [{ revision: 2, by: 'bob', changes: [{ field: 'title', from: 'One', to: 'Two' }] }] },
      message: expect.stringMatching(/changed by bob at 2024-06-01T\S+ \(title from 'One' to 'Two'\)/),
    })
    expect(await refusalOf(put(0, 'Mine'))).toMatchObject({ code: 'document-stale' })
    expect(await refusalOf(documents.remove(bookmark, as('ann'), { id: 'b', revision: 1 }))).toMatchObject({
      code: 'document-stale',
    })
    expect((await documents.find(bookmark, as('ann'), 'b'))?.content.title).toBe('Two')
  })

  it('is deleted and restored, with its history', async () => {
    await put(0, 'One')
    expect((await documents.remove(bookmark, as('bob'), { id: 'b', revision: 1 })).content.title).toBe('One')
    expect(await documents.find(bookmark, as('ann'), 'b')).toBeNull()
    expect(await refusalOf(put(1, 'Late'))).toMatchObject({ message: expect.stringContaining('deleted by bob') })
    await reopen()
    expect((await documents.restore(bookmark, as('ann'), { id: 'b', revision: 2 })).revision).toBe(3)
    const history = await documents.history(bookmark, as('ann'), 'b')
    expect(history.map(({ did }) => did)).toEqual(['restored', 'deleted', 'made'])
    expect(await refusalOf(documents.restore(bookmark, as('ann'), { id: 'none', revision: null }))).toMatchObject({
      code: 'document-unknown',
    })
  })

  it('is seen, listed, changed and restored by those alone whose it is', async () => {
    await documents.put(bookmark, as('ann'), { id: 'b', revision: 0 }, pipelineMarked('One', 'of ann'))
    const bob = as('bob')
    expect(documents.list(bookmark, bob).documents).toEqual([])
    expect(await documents.find(bookmark, bob, 'b')).toBeNull()
    expect(await documents.history(bookmark, bob, 'b')).toEqual([])
    expect(await refusalOf(put(1, 'Taken', 'bob'))).toMatchObject({ status: 404 })
    expect(await refusalOf(documents.remove(bookmark, bob, { id: 'b', revision: 1 }))).toMatchObject({ status: 404 })
    await documents.remove(bookmark, as('ann'), { id: 'b', revision: 1 })
    expect(await refusalOf(documents.restore(bookmark, bob, { id: 'b', revision: 2 }))).toMatchObject({
      code: 'document-unknown',
    })
  })

  it('has a bound, and so has their number', async () => {
    expect(await refusalOf(put(0, 'x'.repeat(400)))).toMatchObject({ code: 'document-too-large' })
    for (const id of ['1', '2', '3']) await put(0, 'One', 'ann', id)
    expect(await refusalOf(put(0, 'Four', 'ann', '4'))).toMatchObject({ code: 'documents-too-many' })
    await documents.remove(bookmark, as('ann'), { id: '1', revision: 1 })
    expect((await put(0, 'Four', 'ann', '4')).revision).toBe(1)
  })
})

describe('a document of another version', () => {
  const landed = (id: string, version: number, content: { readonly [part: string]: string }) =>
    landing.land('plumbline', async (batch) =>
      batch.revise({ kind: 'bookmark', id, revision: 1, version, at: '2020-01-01T00:00:00Z', by: 'ann', content }),
    )

  it('is read as one of today, is no change by that, and is of today once it was changed', async () => {
    await landed('b', 1, { title: 'Old', report: 'sales/deal-funnel' })
    expect((await documents.find(bookmark, as('ann'), 'b'))?.content.question.range).toBe('this-quarter')
    await put(1, 'Old')
    const [step] = await documents.history(bookmark, as('ann'), 'b')
    expect(step?.changes).toEqual([{ field: 'question.range', from: 'this-quarter', to: 'this-year' }])
    expect(landing.document('bookmark', 'b')?.version).toBe(3)
  })

  it('is left out of the list with a sentence when it cannot be read, and is not overwritten', async () => {
    await landed('new', 9, { title: 'From the future' })
    await landed('odd', 1, { heading: 'Odd' })
    await put(0, 'Mine', 'ann', 'sound')
    const { documents: readable, unreadable } = documents.list(bookmark, as('ann'))
    expect(readable.map(({ id }) => id)).toEqual(['sound'])
    expect(unreadable.map(({ code }) => code)).toEqual(['document-newer', 'document-unreadable'])
    expect(await refusalOf(put(null, 'Mine', 'ann', 'new'))).toMatchObject({ code: 'document-newer' })
  })
})

it('lets one of many win who change the same revision at once, and loses nothing of what it acknowledged', async () => {
  const editors = fc.array(fc.tuple(fc.constantFrom('ann', 'bob', 'cy'), fc.nat(3)), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(editors, fc.uuid(), async (edits, id) => {
      const own = { ...bookmark, most: 1000 }
      const sent = edits.map(([who, revision], index) =>
        refusalOf(documents.put(own, as(who), { id, revision }, pipelineMarked(`${index}`))),
      )
      const kept = (await Promise.all(sent)).filter((refusal) => refusal === null).length
      const history = await documents.history(own, as('ann'), id)
      expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => history.length - index))
      expect(history).toHaveLength(kept)
    }),
    { numRuns: 15 },
  )
})

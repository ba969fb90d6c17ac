import { afterAll, describe, expect, it } from 'vitest'
import { exampleFolder } from '../../../fixtures/example-folder.ts'
import { company } from '../../../fixtures/random-company.ts'
import { fc } from '../../../fixtures/seeded.ts'
import { ask } from '../ask.ts'
import { reportPage } from '../page/page.ts'
import { keyOf, questionsOf, reports } from '../questions.fixture.ts'
import { records } from '../records/records.ts'
import type { Answer } from '../shapes.ts'
import { asDocument } from './document-of.ts'
import { readDocument } from './read.ts'

const numRuns = Number(process.env.PLUMBLINE_LAW_RUNS ?? 4)
const [folder] = await Promise.all(fc.sample(company, { numRuns: 1, seed: 11 }).map(exampleFolder))
if (!folder) throw new Error('no company')
afterAll(() => folder.remove())
const plain = folder.asking('2024-03-31')

/** How long it took is no part of an answer. */
const bytes = ({ tookMs: _, ...answer }: Pick<Answer, 'tookMs'>): string => JSON.stringify(answer)
/** As a file or a request brings it. */
const sent = (document: unknown) => readDocument(JSON.parse(JSON.stringify(document)))
const outcome = (of: Promise<Pick<Answer, 'tookMs'>>): Promise<string> =>
  of.then(bytes, (error: Error) => `refused: ${error.message}`)

const named = reports.map((report) => [`${report.id} ${keyOf(report) ?? ''}`.trim(), report] as const)

describe.each(named)('the document of %s', (_name, report) => {
  const tab = keyOf(report)

  it('answers byte for byte as the report, whatever is asked, in every language', async () => {
    const page = await reportPage(plain, report.id, tab)
    const languages = fc.constantFrom('en' as const, 'nl' as const, 'da' as const)
    const tabbed = tab === undefined ? {} : { tab }
    await fc.assert(
      fc.asyncProperty(questionsOf(report, page), languages, fc.boolean(), async (question, language, isChosen) => {
        const asking = { ...plain, language }
        const own = { ...tabbed, ...question }
        const document = sent(asDocument(report, isChosen ? own : tabbed))
        expect(await outcome(ask(asking, document, isChosen ? {} : own))).toBe(
          await outcome(ask(asking, report.id, own)),
        )
      }),
      { numRuns },
    )
  })

  it('opens its figures as the report does', async () => {
    const document = sent(asDocument(report, tab === undefined ? {} : { tab }))
    for (const { key } of report.measures.slice(0, 2)) {
      const request = { question: tab === undefined ? {} : { tab }, cell: { measure: key }, offset: 0, limit: 20 }
      expect(await outcome(records(plain, document, request))).toBe(await outcome(records(plain, report.id, request)))
    }
  })

  it('is the same after it was read and written', () => {
    const written = sent(asDocument(report, {}))
    expect(sent(written)).toEqual(written)
  })
})

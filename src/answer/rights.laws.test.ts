import { afterAll, describe, expect, it } from 'vitest'
import { exampleFolder } from '../../fixtures/example-folder.ts'
import { company } from '../../fixtures/random-company.ts'
import { fc } from '../../fixtures/seeded.ts'
import { viewerSeeing } from '../../fixtures/viewers.ts'
import { Refusal } from '../errors/index.ts'
import { type Entity, type RightsObject, rightsObjects } from '../model/index.ts'
import type { Sight } from '../query/index.ts'
import { catalogue, type Listed, tabOf } from '../reports/index.ts'
import { ask } from './ask.ts'
import type { Asking } from './asking.ts'
import { fieldValues } from './page/values.ts'
import type { Cell, Condition, Question } from './question/question.ts'
import { allRecords, usualPace } from './records/all-records.ts'
import { records } from './records/records.ts'

/** More in a longer run. */
const runs = Math.ceil(Number(process.env.PLUMBLINE_LAW_RUNS ?? 4) / 2)
const reports = (await catalogue()).flatMap((report) =>
  report.tabs.length === 0 ? [report] : report.tabs.map(({ key }) => tabOf(report, key)),
)
const folders = await Promise.all(fc.sample(company, { numRuns: 2 }).map(exampleFolder))
/** A case that fails shows which company it is of, and not all that there is in it. */
const eachCompany = fc.constantFrom(
  ...folders.map((folder, index) => ({
    everyone: folder.asking('2024-03-31'),
    [fc.toStringMethod]: () => `company ${index}`,
  })),
)
afterAll(() => Promise.all(folders.map((folder) => folder.remove())))

/** The people of these companies, with their main teams. */
const people = { Ann: ['ann', 'north'], Bob: ['bob', 'south'], Cas: ['cas', 'south'], Dee: ['dee', null] } as const
const teams = { All: 'all', North: 'north', South: 'south' } as const

const sight: fc.Arbitrary<Sight> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('everything' as const, 'nothing' as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      // People who are there: what is of somebody who is not is nobody’s.
      owners: fc.subarray(['ann', 'bob', 'cas', 'dee']),
      teams: fc.subarray(['all', 'north', 'south'], { maxLength: 2 }),
      unowned: fc.boolean(),
    }),
  },
)
const sights = fc.record(Object.fromEntries(rightsObjects.map((object) => [object, sight])) as Sights)
type Sights = Record<RightsObject, fc.Arbitrary<Sight>>

const questions = (report: Listed): fc.Arbitrary<Question> =>
  fc
    .record(
      {
        range: fc.constantFrom('all-time' as const, 'this-year' as const, '2023-10-01..2024-02-15'),
        compare: fc.constantFrom('none' as const, 'previous-period' as const),
      },
      { requiredKeys: ['range'] },
    )
    .map((question) => ({ ...question, ...tabAsked(report), by: 'none', breakdown: 'none' }))
const tabAsked = (report: Listed) => ('key' in report ? { tab: String(report.key) } : {})

interface List {
  readonly cell: Cell
  readonly leftOut?: string
}

const mostOnAPage = 500

/** Of all pages of a list. */
const idsOf = async (asking: Asking, report: Listed, question: Question, list: List): Promise<readonly string[]> => {
  const ids: string[] = []
  for (let count = 1; ids.length < count; ) {
    const page = await records(asking, report.id, { question, ...list, limit: mostOnAPage, offset: ids.length })
    if (page.rows.length === 0 && page.count > 0) throw new Error('a page is shorter than what is left')
    ids.push(...page.rows.map(({ id }) => id))
    count = page.count
  }
  return ids.sort()
}

/** The rows of a list that somebody may see, found by what filters on people and teams show to who sees everything. */
async function allowed(asking: Asking, report: Listed, question: Question, list: List, sees: Record<string, Sight>) {
  const ids = await Promise.all(
    objectsOf(report.from).flatMap(({ object, filters }) =>
      whoseFilters(report.from, sees[object] ?? 'nothing').map((whose) =>
        orNothing(idsOf(asking, report, { ...question, filters: [...filters, ...whose] }, list)),
      ),
    ),
  )
  return [...new Set(ids.flat())].sort()
}

/** The objects whose rights rows of an entity follow, each with the filters that keep its rows. */
function objectsOf({ rights, rightsBy, fields }: Entity): readonly { object: string; filters: readonly Condition[] }[] {
  if (!rightsBy) return [{ object: rights, filters: [] }]
  const values = fields[rightsBy.column]?.options?.map(({ value }) => value) ?? []
  return values.map((value) => ({
    object: rightsBy.of[value] ?? rights,
    filters: [{ field: rightsBy.column, is: 'any-of', values: [value] }],
  }))
}

const anyOf = (field: string, values: readonly string[]): readonly (readonly Condition[])[] =>
  values.length === 0 ? [] : [[{ field, is: 'any-of', values: [...values] }]]

function whoseFilters({ refs }: Entity, sees: Sight): readonly (readonly Condition[])[] {
  if (sees === 'everything') return [[]]
  if (sees === 'nothing') return []
  const named = Object.entries(people).filter(
    ([, [id, team]]) => sees.owners.includes(id) || (team !== null && sees.teams.includes(team)),
  )
  const led = Object.entries(teams).filter(([, id]) => refs.team && sees.teams.includes(id))
  const nobodys: Condition[] = [
    { field: 'owner.name', is: 'unknown', values: [] },
    ...(refs.team ? [{ field: 'team.name', is: 'unknown' as const, values: [] }] : []),
  ]
  return [
    ...anyOf(
      'owner.name',
      named.map(([name]) => name),
    ),
    ...anyOf(
      'team.name',
      led.map(([name]) => name),
    ),
    ...(sees.unowned ? [nobodys] : []),
  ]
}

/** A filter by a value that no record has is refused: there is nothing of it then. */
const orNothing = async (ids: Promise<readonly string[]>): Promise<readonly string[]> =>
  ids.catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'value-unknown') return []
    throw error
  })

describe.each(reports.map((report) => [`${report.id} ${tabAsked(report).tab ?? ''}`.trim(), report] as const))(
  'to somebody who sees a part, %s',
  (_name, report) => {
    it('shows that part in figures, lists, files, values, and among what is left out', () =>
      fc.assert(
        fc.asyncProperty(eachCompany, questions(report), sights, async ({ everyone }, question, sees) => {
          const asking = { ...everyone, viewer: viewerSeeing(sees) }
          const answer = await ask(asking, report.id, question)
          for (const { key } of report.measures.slice(0, 1)) {
            const cell = { measure: key }
            const page = await records(asking, report.id, { question, cell, limit: 1 })
            const own = await idsOf(asking, report, question, { cell })
            expect(own).toEqual(await allowed(everyone, report, question, { cell }, sees))
            expect(page.figure).toEqual(answer.total.values[key])
            expect(await fileIds(asking, report, question, cell)).toEqual(own)
            for (const { reason, count } of page.leftOut.slice(0, 2)) {
              const list = { cell, leftOut: reason }
              const seen = await idsOf(asking, report, question, list)
              expect(seen).toHaveLength(count)
              expect(seen).toEqual(await allowed(everyone, report, question, list, sees))
            }
          }
          if (report.from.refs.owner) await offersOwn(asking, report, sees)
        }),
        { numRuns: runs },
      ))
  },
)

async function fileIds(asking: Asking, report: Listed, question: Question, cell: Cell): Promise<readonly string[]> {
  const { blocks } = await allRecords(asking, report.id, { question, cell }, usualPace)
  const ids: string[] = []
  for await (const { text } of blocks) ids.push(...text.trim().split(/\r?\n/).map(firstCell))
  return ids.sort()
}

const firstCell = (line: string): string => line.split(',', 1)[0]?.replaceAll('"', '') ?? ''

/** The values that a filter offers are those of people whose records somebody sees. */
async function offersOwn(asking: Asking, report: Listed, sees: Readonly<Record<string, Sight>>): Promise<void> {
  const objects = objectsOf(report.from).map(({ object }) => sees[object] ?? 'nothing')
  const mayBe = Object.entries(people).filter(([, [id, team]]) =>
    objects.some(
      (each) =>
        each === 'everything' ||
        (each !== 'nothing' &&
          (each.owners.includes(id) || (team !== null && each.teams.includes(team)) || report.from.refs.team)),
    ),
  )
  const offered = await fieldValues(asking, report.id, 'owner.name', '', tabAsked(report).tab)
  expect(mayBe.map(([name]) => name)).toEqual(expect.arrayContaining(offered.values.map(({ label }) => label)))
}

import { expect, it } from 'vitest'
import { company } from '../../fixtures/oracle/company.ts'
import { closedOn, hasRows, listOn, logOf, type NamedFile, stagesFile } from '../../fixtures/oracle/files.ts'
import { fc } from '../../fixtures/seeded.ts'
import { type Company, inCompany } from './taking-back.fixture.ts'

/** How many histories the law tries; a longer run says so. */
const times = Number(process.env.PLUMBLINE_ORACLE ?? 3)
/** Each is two years of imports, into one folder or two. */
const perHistory = 300_000

const ends = ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31', '2023-04-30', '2023-08-31', '2023-12-31']
const months = ends.map((day) => day.slice(0, 7))
const day = (place: number) => Temporal.PlainDate.from('2024-01-01').add({ days: place }).toString()

/** What names, settings and fields of other files hang on. */
const others: readonly NamedFile[] = [
  stagesFile,
  ['rates.csv', 'Currency,Rate,Valid from\nUSD,0.9,2022-01-01\nUSD,0.8,2023-01-01\n'],
  ['companies-a.csv', 'Company name,Score,Since\nAcme,5,03/04/2021\nBolt,6,05/06/2021\n'],
  ['companies-b.csv', 'Company name,Grade,Since\nAcme,high,2021-02-03\nCove,low,2021-02-04\n'],
]

/** As an export is called that has the same name each time: many of the files are one then, one after the other. */
const undated = (name: string) => name.replaceAll(/[- ](?:of )?\d[\d -]*\d|-[ab](?=\.)/g, '')

type Step =
  | { readonly does: 'hear'; readonly files: readonly NamedFile[] }
  /** The one of those imports that could be turned. */
  | { readonly does: 'undo' | 'redo'; readonly which: number }

const story = fc.tuple(company(12), fc.gen()).map(([deals, gen]): readonly Step[] => {
  const lists = ends.flatMap((end) => [listOn(end, deals), closedOn(end, deals)])
  const dated = [...lists, ...months.map((month) => logOf(month, deals)), ...others].filter(hasRows)
  const files = [...dated, ...dated.map(([name, text]): NamedFile => [undated(name), text])]
  const hear = (): Step => ({ does: 'hear', files: gen(fc.shuffledSubarray, files, { minLength: 1, maxLength: 3 }) })
  const turn = (): Step => ({ does: gen(fc.constantFrom, 'undo', 'undo', 'redo'), which: gen(fc.nat, 20) })
  return Array.from({ length: 9 }, (_, place) => (place < 2 || gen(fc.boolean) ? hear() : turn()))
})

interface Heard {
  readonly day: string
  readonly files: readonly NamedFile[]
  readonly number: number
  stands: boolean
}

/** Files of one name cannot come together. */
const oneOfAName = (files: readonly NamedFile[]) => [...new Map(files)]

async function lived({ hear, turn }: Company, steps: readonly Step[]): Promise<readonly Heard[]> {
  const heard: Heard[] = []
  for (const [place, step] of steps.entries()) {
    if (step.does === 'hear') {
      const files = oneOfAName(step.files)
      const number = await hear(day(place), files)
      if (number !== null) heard.push({ day: day(place), files, number, stands: true })
      continue
    }
    const fit = heard.filter(({ stands }) => stands === (step.does === 'undo'))
    const one = fit[step.which % fit.length]
    if (!one) continue
    await turn(one.number, step.does)
    one.stands = step.does === 'redo'
  }
  return heard
}

it(
  'Imports that were taken back, and counted again, leave what a folder shows that only ever heard the others',
  { timeout: times * perHistory },
  () =>
    fc.assert(
      fc.asyncProperty(story, (steps) =>
        inCompany(async (turned) => {
          const standing = (await lived(turned, steps)).filter(({ stands }) => stands)
          await inCompany(async (fresh) => {
            for (const { day, files } of standing) await fresh.hear(day, files)
            expect(await turned.seen()).toEqual(await fresh.seen())
          })
        }),
      ),
      { numRuns: times, endOnFailure: true },
    ),
)

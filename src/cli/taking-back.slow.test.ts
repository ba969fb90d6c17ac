import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { NamedFile } from '../../fixtures/oracle/files.ts'
import { landRows, rowsOf } from '../data-folder/temporary.fixture.ts'
import { importsIn, recipeName } from '../sources/csv/index.ts'
import { inCompany } from './taking-back.fixture.ts'

const owners: NamedFile = ['owners.csv', 'Owner ID,Name,Team\n1,Ann Lee,North\n2,Bob Ray,South\n']
const january: NamedFile = [
  'deals-2024-01-31.csv',
  'Deal ID,Deal name,Owner,Stage,Amount,Created,Close date\n1,Alder,Ann Lee,Demo,100,2024-01-02,2024-03-15\n2,Birch,Cy Fox,Closed won,200,2024-01-03,2024-01-20\n',
]
const february: NamedFile = [
  'deals-2024-02-29.csv',
  'Deal ID,Deal name,Owner,Stage,Amount,Created,Close date\n1,Alder,Cy Fox,Closed won,150,2024-01-02,2024-02-11\n3,Cedar,Ann Lee,Demo,300,2024-02-03,2024-04-20\n',
]
const doubtful: NamedFile = ['goals.csv', 'Owner,Amount,Starts,Ends\nAnn Lee,5,01/02/2024,03/02/2024\n']

describe('an import that is taken back', () => {
  it('leaves every figure as it was before it', async () => {
    await inCompany(async ({ hear, turn, seen }) => {
      await hear('2024-03-01', [owners, january])
      const before = await seen()
      const number = await hear('2024-03-02', [february])
      const after = await seen()
      await turn(number ?? 0, 'undo')
      expect(await seen()).toEqual(before)
      await turn(number ?? 0, 'redo')
      expect(await seen()).toEqual(after)
    })
  })

  it('leaves to a later one what that would have brought itself, and nothing else', async () => {
    await inCompany(async ({ data, hear, turn }) => {
      const first = await hear('2024-03-01', [owners, january])
      await hear('2024-03-02', [february])
      await turn(first ?? 0, 'undo')
      expect(await rowsOf(data, 'SELECT name FROM owner ORDER BY 1')).toEqual([['Ann Lee'], ['Cy Fox']])
      expect(await rowsOf(data, 'SELECT name FROM team')).toEqual([])
      // In February's file alone the deal was won since its creation for all that is known.
      expect(await rowsOf(data, "SELECT amount FROM deal_state WHERE deal_id = '1'")).toEqual([[150], [150]])
    })
  })

  it('has later imports read anew over what was pulled between them', async () => {
    const dealsOf = (month: string, id: string, owner: string): NamedFile => [
      `deals-${month}.csv`,
      `Deal ID,Deal name,Owner,Stage,Amount,Created\n${id},Deal ${id},${owner},Demo,100,2024-01-02\n`,
    ]
    await inCompany(async ({ data, hear, turn }) => {
      const first = await hear('2024-03-01', [dealsOf('01', '1', 'Ann Lee')])
      await hear('2024-03-02', [dealsOf('02', '2', 'Ann Lee')])
      await hear('2024-03-03', [dealsOf('03', '3', 'Ann Lee')])
      await landRows(data, 'owner', [{ id: 'pulled', name: 'Zoe Hill' }])
      await hear('2024-03-05', [dealsOf('04', '4', 'Zoe Hill')])
      await turn(first ?? 0, 'undo')
      expect(await rowsOf(data, 'SELECT id, owner_id FROM deal WHERE id = $1', ['4'])).toEqual([['4', 'pulled']])
      expect(await rowsOf(data, "SELECT id FROM owner WHERE name = 'Zoe Hill'")).toEqual([['pulled']])
    })
  })

  it('takes its doubts and readings along', async () => {
    await inCompany(async ({ hear, turn, seen }) => {
      await hear('2024-03-01', [owners])
      const before = await seen()
      const number = await hear('2024-03-02', [doubtful])
      expect((await seen()).status).not.toEqual(before.status)
      await turn(number ?? 0, 'undo')
      expect(await seen()).toMatchObject({ status: before.status, readings: before.readings })
    })
  })

  it('can be imported again as it is', async () => {
    await inCompany(async ({ hear, turn, seen }) => {
      const first = await hear('2024-03-01', [january])
      const before = await seen()
      await turn(first ?? 0, 'undo')
      expect(await hear('2024-03-01', [january])).not.toBe(null)
      expect({ ...(await seen()), readings: {} }).toEqual({ ...before, readings: {}, status: expect.anything() })
    })
  })

  it('comes back with a later import that brought the same file along', async () => {
    await inCompany(async ({ data, hear, turn }) => {
      const first = await hear('2024-03-01', [january])
      await hear('2024-03-02', [january, owners])
      await turn(first ?? 0, 'undo')
      expect(await rowsOf(data, 'SELECT count(*) FROM deal')).toEqual([[2]])
    })
  })

  it('is listed with what it brought, whether it counts or not', async () => {
    await inCompany(async ({ data, hear, turn }) => {
      await hear('2024-03-01', [owners])
      const number = await hear('2024-03-02', [january])
      await turn(number ?? 0, 'undo')
      expect(importsIn(data.landing.batches())).toEqual([
        {
          number: 2,
          at: '2024-03-02T12:00:00.001Z',
          by: 'Ann',
          files: ['deals-2024-01-31.csv'],
          rows: [{ noun: 'deals', count: 2 }],
          stands: false,
        },
        {
          number: 1,
          at: '2024-03-01T12:00:00.001Z',
          by: 'Ann',
          files: ['owners.csv'],
          rows: [{ noun: 'owners', count: 2 }],
          stands: true,
        },
      ])
    })
  })
})

/** Three stages in the first file, of which the second has but two: alone it reads them otherwise. */
const dealsOf = (...rows: readonly string[]): NamedFile => [
  'deals.csv',
  `Deal ID,Deal name,Stage,Amount,Created,Size\n${rows.join('\n')}\n`,
]
const march = dealsOf('1,Alder,Demo,100,2024-01-02,5', '2,Birch,Offer,200,2024-01-03,6', '3,Cedar,Pilot,1,2024-01-03,7')
const april = dealsOf('1,Alder,Demo,100,2024-01-02,big', '2,Birch,Offer,250,2024-01-03,small')

describe('what an import concluded', () => {
  it('goes with it, and comes back with it', async () => {
    await inCompany(async ({ hear, turn, seen, mapping }) => {
      const first = (await hear('2024-03-01', [march])) ?? 0
      await hear('2024-04-01', [april])
      const both = await seen()
      await turn(first, 'undo')
      await inCompany(async (fresh) => {
        await fresh.hear('2024-04-01', [april])
        expect(await seen()).toEqual(await fresh.seen())
      })
      await turn(first, 'redo')
      expect(await seen()).toEqual(both)
      await turn(first, 'undo')
      await turn(2, 'undo')
      expect(await mapping()).toEqual({})
    })
  })

  it('goes, and what a person wrote in the mapping file stays and is obeyed', async () => {
    await inCompany(async ({ data, hear, turn, mapping, edit }) => {
      const first = (await hear('2024-03-01', [march])) ?? 0
      const { 'deals.csv': shown } = await mapping()
      await edit({ 'deals.csv': { ...shown, columns: { ...(shown?.columns ?? {}), Size: 'skip' } } })
      const second = (await hear('2024-04-01', [april])) ?? 0
      expect(data.landing.customFields()).toMatchObject([{ name: 'size', kind: 'number' }])
      await turn(first, 'undo')
      expect(data.landing.customFields()).toEqual([])
      expect((await mapping())['deals.csv']).toMatchObject({ stages: { Demo: 'open 33%', Offer: 'open 67%' } })
      await turn(second, 'undo')
      expect(await mapping()).toEqual({ 'deals.csv': { records: 'deal', columns: { Size: 'skip' } } })
      await hear('2024-05-01', [april])
      expect(data.landing.customFields()).toEqual([])
    })
  })

  it('of a stage that a person told otherwise is not told anew by a list that comes along', async () => {
    const stages: NamedFile = [
      'stages.csv',
      'Pipeline,Stage,Probability\nSales pipeline,Demo,10\nSales pipeline,Offer,55\n',
    ]
    await inCompany(async ({ data, hear, mapping, edit }) => {
      await hear('2024-03-01', [stages, march])
      const shown = await mapping()
      const told = { ...(shown['deals.csv']?.stages ?? {}), Offer: 'open 40%' }
      await edit({ ...shown, 'deals.csv': { ...shown['deals.csv'], stages: told } })
      await hear('2024-04-01', [stages, april])
      expect((await mapping())['deals.csv']?.stages).toMatchObject({ Demo: 'open 10%', Offer: 'open 40%' })
      expect(await rowsOf(data, "SELECT probability FROM stage WHERE label = 'Offer'")).toEqual([[40]])
    })
  })

  it('stays where nothing tells it from what a person wrote: in a mapping file of an older Plumbline', async () => {
    await inCompany(async ({ data, hear, turn, mapping }) => {
      const columns = { 'Deal ID': 'id', 'Deal name': 'name', Stage: 'stage', Amount: 'skip' }
      const older = { records: 'deal', columns, stages: { Demo: 'open 10%' } }
      await writeFile(join(data.folder, 'csv-mapping.json'), JSON.stringify({ files: { 'deals.csv': older } }))
      const number = (await hear('2024-04-01', [april])) ?? 0
      expect(await rowsOf(data, "SELECT probability FROM stage WHERE label = 'Demo'")).toEqual([[10]])
      expect(await rowsOf(data, 'SELECT DISTINCT amount FROM deal')).toEqual([[null]])
      await turn(number, 'undo')
      expect(await mapping()).toEqual({ 'deals.csv': older })
    })
  })
})

describe('taking back is refused', () => {
  it('for what is no import of files, is not there, or does not count', async () => {
    await inCompany(async ({ data, hear, turn }) => {
      await landRows(data, 'owner', [{ id: 'sample' }], 'sample')
      const number = (await hear('2024-03-01', [owners])) ?? 0
      await expect(turn(1, 'undo')).rejects.toMatchObject({ code: 'import-kept' })
      await expect(turn(9, 'undo')).rejects.toMatchObject({ code: 'import-unknown' })
      await expect(turn(number, 'redo')).rejects.toMatchObject({ code: 'import-counts' })
      await turn(number, 'undo')
      await expect(turn(number, 'undo')).rejects.toMatchObject({ code: 'import-undone' })
    })
  })

  it('while a later import cannot be read anew, and nothing is changed', async () => {
    await inCompany(async ({ data, hear, turn, seen }) => {
      const first = await hear('2024-03-01', [owners])
      await hear('2024-03-02', [january])
      const before = await seen()
      const { landing } = data
      const kept = landing.originals().findLast(({ name }) => name === january[0])
      await writeFile(join(landing.folder, kept?.file ?? ''), 'torn')
      await expect(turn(first ?? 0, 'undo')).rejects.toMatchObject({ code: 'segment-damaged' })
      expect(await seen()).toEqual(before)
    })
  })

  it('while a later import has dates that nothing else tells how to read', async () => {
    await inCompany(async ({ hear, turn, seen }) => {
      const header = 'Deal ID,Deal name,Stage,Amount,Created'
      const proven = `${header}\n1,A,Demo,1,13/04/2024\n2,B,Demo,1,25/04/2024\n3,C,Demo,1,26/04/2024\n`
      const torn = `${header}\n1,A,Demo,1,13/04/2024\n2,B,Demo,1,04/25/2024\n3,C,Demo,1,03/04/2024\n`
      const first = (await hear('2024-05-01', [['deals.csv', proven]])) ?? 0
      await hear('2024-05-02', [['deals.csv', torn]])
      const before = await seen()
      await expect(turn(first, 'undo')).rejects.toMatchObject({ code: 'import-rests-on-reading' })
      expect(await seen()).toEqual(before)
    })
  })

  it('while one counts of which nobody noted how it was read', async () => {
    await inCompany(async ({ data, hear, turn }) => {
      const first = await hear('2024-03-01', [owners])
      await data.landing.land('csv', async (batch) => {
        const path = join(data.folder, 'csv-mapping.json')
        await batch.keepFile(path, 'an older one')
        await batch.write('owner', ['id'], [{ id: 'older' }], 'older.csv')
      })
      expect(
        data.landing
          .batches()
          .at(-1)
          ?.content.originals.some(({ name }) => name === recipeName),
      ).toBe(false)
      await expect(turn(first ?? 0, 'undo')).rejects.toMatchObject({ code: 'import-not-read-anew' })
      await turn(2, 'undo')
      await turn(first ?? 0, 'undo')
      expect(data.landing.segments()).toEqual([])
    })
  })
})

it.each(['filled', 'recording', 'in place', 'recorded', 'built', 'pointed', 'swapped'])(
  'ends whole when it is broken off at: %s',
  async (at) => {
    let stops = false
    const step = (name: string) => {
      if (stops && name === at) throw new Error('broken off')
    }
    await inCompany(async ({ data, hear, turn, seen }) => {
      const first = await hear('2024-03-01', [owners])
      const before = await seen()
      const number = await hear('2024-03-02', [january])
      const after = await seen()
      stops = true
      await expect(turn(number ?? 0, 'undo')).rejects.toThrow('broken off')
      stops = false
      const isLanded = importsIn(data.landing.batches()).some(({ stands }) => !stands)
      expect(data.warehouse.pending()).toBe(isLanded && at !== 'swapped' ? 1 : 0)
      await data.warehouse.refresh()
      // What the mapping file shows follows with the next import.
      const { mapping: _, ...all } = await seen()
      expect(all).toEqual(
        Object.fromEntries(Object.entries(isLanded ? before : after).filter(([key]) => key !== 'mapping')),
      )
      expect(first).toBe(1)
    }, step)
  },
)

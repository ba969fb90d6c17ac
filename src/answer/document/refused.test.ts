import { describe, expect, it } from 'vitest'
import { defaultAccount, modelWith } from '../../model/index.ts'
import { localViewer } from '../asking.ts'
import { asked } from '../subject.ts'
import { listedOf } from './listed-of.ts'
import { readDocument } from './read.ts'

const moment = { model: modelWith([]), account: defaultAccount }
const now = () => Temporal.Instant.from('2024-05-15T12:00:00Z')
// Nothing is asked of the engine before a document is found to be right.
const asking = { moment, now, viewer: localViewer } as unknown as Parameters<typeof listedOf>[0]

const mine = {
  version: 1,
  title: 'Mine',
  counts: 'deal',
  date: 'closed_on',
  range: 'this-quarter',
  measures: [{ key: 'deals', label: 'Deals', value: { fn: 'count' } }],
}

const measured = (...values: readonly unknown[]) => ({
  measures: values.map((value, index) => ({ key: `m${index}`, label: 'M', value })),
})
const amount = { fn: 'sum', of: 'amount' }
const doubled = (times: number) =>
  measured(
    { fn: 'count' },
    ...Array.from({ length: times }, (_, index) => ({
      fn: 'addition',
      of: [{ measure: `m${index}` }, { measure: `m${index}` }],
    })),
  )
const span = { kind: 'range', key: 'own', label: 'Own' }
const option = { value: 'all', label: 'All' }
const deep = (levels: number) => Array.from({ length: levels }).reduce<unknown>((inner) => ({ all: [inner] }), 'x')
const read = (part: object) => listedOf(asking, readDocument({ ...mine, ...part }))

describe('a document', () => {
  it('is a report like those of ours', () => {
    const { from, date, measures, doc } = read({})
    expect([from.name, date?.path, measures[0]?.doc]).toEqual(['deal', ['closed_on'], 'The number of deals.'])
    expect(doc.counts).toBe('Counts deals by Close date.')
  })

  it('says what kind of figure each of its measures is', () => {
    const { measures } = read(
      measured(
        { fn: 'average', of: { fn: 'days-between', of: ['created_at', 'closed_at'] } },
        { fn: 'ratio', part: amount, whole: { fn: 'count' } },
        { fn: 'ratio', part: { fn: 'count', where: 'stage.is_won' }, whole: { fn: 'count' }, times: 100 },
        { fn: 'product', of: [amount, { fn: 'fixed', is: 0.1 }] },
        { fn: 'difference', of: [amount, { measure: 'm3' }] },
        { fn: 'max', of: { fn: 'time-between', of: ['created_at', 'closed_at'] } },
      ),
    )
    expect(measures.map(({ kind }) => kind)).toEqual(['number', 'money', 'percent', 'money', 'money', 'duration'])
  })

  it('stays relative where it is', () => {
    const where = { field: 'created_on', is: 'in-last-days', values: ['7'] }
    expect(JSON.stringify(read({ where }).where?.condition)).toContain('2024-05-08')
    expect(readDocument({ ...mine, where }).where).toEqual(where)
  })

  it('needs no date over all time', () => {
    expect(read({ date: null, range: 'all-time' }).date).toBeNull()
  })

  it('knows what is said of fields in any part of it', () => {
    const said = (field: string) => ({ field, is: 'known', values: [] })
    const value = { fn: 'ratio', part: { fn: 'count', where: { none: [said('amount')] } }, whole: { fn: 'count' } }
    const rules = [{ key: 'kept', keep: said('name'), otherwise: 'Not' }]
    const { said: found } = read({ where: said('type'), rules, ...measured(value) })
    expect(found?.map(({ field }) => field)).toEqual(['type', 'name', 'amount'])
  })

  it('keeps what is chosen in its settings where the reader chooses another', async () => {
    const document = readDocument({ ...mine, chosen: { settings: { one: 'a', two: 'b' } } })
    const { question } = await asked(asking, document, { settings: { two: 'c' } })
    expect(question.settings).toEqual({ one: 'a', two: 'c' })
  })

  it.each<[string, object, RegExp]>([
    ['no version', { version: undefined }, /at version, the version is missing/],
    ['a version to come', { version: 7 }, /newer Plumbline \(version 7; this one knows 1\)/],
    ['no such kind of record', { counts: 'deals' }, /at counts, there is nothing called 'deals'; there are activity,/],
    [
      'no such field',
      measured({ fn: 'sum', of: 'amuont' }),
      /at measures\[0\]\.value\.of, deals have no field 'amuont'/,
    ],
    ['a field of nobody', measured({ fn: 'sum', of: 'constructor' }), /no field 'constructor'/],
    [
      'a sum of a text',
      measured({ fn: 'sum', of: 'name' }),
      /'name' is text, and number or money or duration is needed/,
    ],
    [
      'a sum of percents',
      measured({ fn: 'sum', of: 'stage.probability' }),
      /is percent, and number or money or duration/,
    ],
    ['different values of a flag', measured({ fn: 'count-distinct', of: 'stage.is_won' }), /is flag, and/],
    ['a range of nothing', { date: null }, /at date, nothing says which deals are in this-quarter/],
    [
      'raw history',
      { counts: 'property_change' },
      /nothing called 'property_change'; there are (?!.*(property_change|association))/,
    ],
    ['two settings of one key', { settings: [span, span] }, /at settings\[1\]\.key, 'own' stands twice/],
    [
      'two options of one value',
      { settings: [{ kind: 'choice', key: 'own', label: 'Own', options: [option, option] }] },
      /at settings\[0\]\.options\[1\]\.value, 'all' stands twice/,
    ],
    [
      'a line at what is not there',
      { chart: { totals: 'bar', overTime: 'line', reference: 'won' } },
      /at chart\.reference, there is no measure 'won'/,
    ],
    ['a date that is none', { date: 'amount' }, /at date, 'amount' is money, and day is needed/],
    ['a condition that is none', { where: 'amount' }, /at where, 'amount' is money, and flag is needed/],
    [
      'unlike kinds',
      { where: { fn: 'eq', of: ['amount', { value: 'x' }] } },
      /at where\.of\[1\], "x" is no value of the kind money/,
    ],
    ['too few', { where: { fn: 'eq', of: ['amount'] } }, /'eq' takes 2, and 1 stand there/],
    [
      'an operator of another kind',
      { where: { field: 'amount', is: 'contains', values: ['1'] } },
      /at where, 'amount contains 1' cannot be read, because that operator/,
    ],
    [
      'nothing to divide by',
      measured({ fn: 'ratio', part: amount, whole: { fn: 'fixed', is: 0 } }),
      /at measures\[0\]\.value\.whole, it divides by nothing/,
    ],
    [
      'money less a number',
      measured({ fn: 'difference', of: [amount, { fn: 'count' }] }),
      /money and number do not add up/,
    ],
    [
      'a measure of itself',
      measured({ measure: 'm1' }, { fn: 'addition', of: [{ measure: 'm0' }, amount] }),
      /'m0' is made of itself/,
    ],
    ['a measure that is not there', measured({ measure: 'won' }), /there is no measure 'won'; there are m0/],
    ['measures of measures without end', doubled(39), /at measures\[\d+\]\..*made of other measures too often/],
    [
      'two measures of one key',
      { measures: [...mine.measures, ...mine.measures] },
      /at measures\[1\]\.key, 'deals' stands twice/,
    ],
    [
      'a chart of what is not there',
      { chart: { totals: 'bar', overTime: 'line', measures: ['won'] } },
      /at chart\.measures\[0\]/,
    ],
    ['more than it has', { colour: 'red' }, /colour/],
    ['a function of ours', { where: { fn: 'period', of: ['closed_on'] } }, /at where\.fn/],
    ['too deep', { where: deep(60) }, /too large/],
    ['far too deep', { where: deep(50_000) }, /too large/],
    ['too long', { title: 'x'.repeat(200_000) }, /too large/],
    ['too many', measured(...Array.from({ length: 41 }, () => amount)), /at measures/],
    ['a list', { measures: 'all' }, /at measures/],
  ])('with %s is refused in one sentence with its place', (_name, part, sentence) => {
    expect(() => read(part)).toThrow(sentence)
  })

  it.each([null, 1, 'deal', [], undefined])('is no %j', (given) => {
    expect(() => readDocument(given)).toThrow('a document is an object')
  })
})

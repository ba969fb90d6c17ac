import { describe, expect, it } from 'vitest'
import { fc } from '../../../../fixtures/seeded.ts'
import { type DateOrder, proofIn, readDate } from './dates.ts'

const day = (text: string, order: DateOrder = 'day-first') => readDate(text, order)?.day ?? null

it.each([
  ['2024-02-29', { day: '2024-02-29', time: null, offset: null }],
  ['2023-02-29', null],
  ['2024-13-01', null],
  ['2024-01-31 09:30', { day: '2024-01-31', time: '09:30:00', offset: null }],
  ['2024-01-31T09:30:05Z', { day: '2024-01-31', time: '09:30:05', offset: 'Z' }],
  ['2024-01-31 09:30Z', { day: '2024-01-31', time: '09:30:00', offset: 'Z' }],
  ['2024-01-31T09:30:05.250', { day: '2024-01-31', time: '09:30:05', offset: null }],
  ['2024-01-31 24:00', null],
  ['2024-01-31 23:60', null],
  ['2024-01-31 23:59:60', null],
])('as machines write it is read by its places: %s', (text, read) => {
  expect(readDate(text, 'day-first')).toEqual(read)
  expect(readDate(text.replaceAll('-', '/'), 'day-first')).toEqual(read)
})

it.each(['Call about order 74675', 'Invoice 2024', 'order 12'])('is no text with one number in it: %s', (text) => {
  expect(readDate(text, 'day-first')).toBeNull()
})

describe('a date', () => {
  it.each([
    ['2017-03-01', '2017-03-01'],
    ['2017/3/1', '2017-03-01'],
    ['01.03.2017', '2017-03-01'],
    ['1/3/17', '2017-03-01'],
    ['1-3-1999', '1999-03-01'],
    ['1 Mar 2017', '2017-03-01'],
    ['Mar 1, 2017', '2017-03-01'],
    ['01-Mar-17', '2017-03-01'],
    ['1. März 2017', '2017-03-01'],
    ['1 december 2017', '2017-12-01'],
    ['1 de marzo de 2017', '2017-03-01'],
    ['Wed, 1 Mar 2017 10:00:00 GMT', '2017-03-01'],
    ['29.02.2024', '2024-02-29'],
    ['1 maart 2024', '2024-03-01'],
    ['1 mrt. 2024', '2024-03-01'],
    ['vr 1 mrt 2024', '2024-03-01'],
    ['1. Mrz. 2024', '2024-03-01'],
    ['Freitag, 1. März 2024', '2024-03-01'],
    ['1er mars 2024', '2024-03-01'],
    ['vendredi 1 févr. 2024', '2024-02-01'],
    ['15 fevrier 2024', '2024-02-15'],
    ['15 aout 2024', '2024-08-15'],
    ['den 1. marts 2024', '2024-03-01'],
    ['fredag den 1. maj 2024', '2024-05-01'],
    ['5. okt. 2024', '2024-10-05'],
    ['viernes, 1 de marzo de 2024', '2024-03-01'],
    ['1 de enero del 2024', '2024-01-01'],
    ['3-sept-2024', '2024-09-03'],
    ['3/sep/24', '2024-09-03'],
    ['2024-Mar-01', '2024-03-01'],
    ['Mar-01-2024', '2024-03-01'],
  ])('is read from %s', (text, expected) => {
    expect(day(text)).toBe(expected)
  })

  it.each(['31/31/2017', '29.02.2023', '2017-13-01', '00.01.2017', '2017-03', 'March', '12', '2017-03-01 25:00', ''])(
    'is not read from %j',
    (text) => {
      expect(day(text)).toBe(null)
    },
  )

  it.each([
    ['2017-03-01T14:30:00Z', '14:30:00', 'Z'],
    ['2017-03-01 14:30', '14:30:00', null],
    ['01/03/2017 2:05 PM', '14:05:00', null],
    ['01/03/2017 12:00 AM', '00:00:00', null],
    ['2017-03-01T14:30:00.123+0200', '14:30:00', '+02:00'],
    ['2017-03-01 14:30:00+02', '14:30:00', '+02:00'],
    ['01.03.2017 14.30', '14:30:00', null],
    ['01.03.2017 14.30.05', '14:30:05', null],
    ['01-03-2017 kl. 9.05', '09:05:00', null],
    ['1. März 2017 um 14:30 Uhr', '14:30:00', null],
    ['1 mars 2017 à 14h30', '14:30:00', null],
    ['1/3/2017, 2:05 p. m.', '14:05:00', null],
    ['2024-02-29 11:00 GMT+2', '11:00:00', '+02:00'],
    ['2024-02-29 11:00 UTC-0530', '11:00:00', '-05:30'],
    ['2024-03-01 12:00 CET', '12:00:00', '+01:00'],
    ['01.07.2024 14:30 Uhr MESZ', '14:30:00', '+02:00'],
    ['1 Jul 2024 2:05 PM cest', '14:05:00', '+02:00'],
  ])('has the time of %s', (text, time, offset) => {
    expect(readDate(text, 'day-first')).toMatchObject({ time, offset })
  })

  it('has no time in a zone whose name is not known, or means several', () => {
    for (const zone of ['XYZ', 'IST', 'CST']) expect(readDate(`2024-03-01 12:00 ${zone}`, 'day-first')).toBeNull()
  })

  it.each([
    ['13/02/2017', 'day-first'],
    ['02/13/2017', 'month-first'],
    ['02/03/2017', 'open'],
    ['03/03/2017', null],
    ['31/31/2017', null],
    ['2017-13-02', null],
  ])('%s proves the order %s', (text, order) => {
    expect(proofIn(text)).toBe(order)
  })

  it.each([
    ['13/02/2024', '2024-02-13'],
    ['02/13/2024', '2024-02-13'],
    ['04/04/2024', '2024-04-04'],
    ['2024-03-04', '2024-03-04'],
    ['03/04/2024', null],
  ])('that can be read in one way only is read so: %s', (text, expected) => {
    expect(day(text, 'either')).toBe(expected)
  })

  it('comes back from every way of writing it', () => {
    const days = fc.date({ min: new Date('1971-01-01'), max: new Date('2069-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.constantFrom('/', '.', '-'), (date, sign) => {
        const iso = date.toISOString().slice(0, 10)
        const [year = '', month = '', on = ''] = iso.split('-')
        expect(day([on, month, year].join(sign), 'day-first')).toBe(iso)
        expect(day([Number(month), Number(on), year.slice(2)].join(sign), 'month-first')).toBe(iso)
        expect(day([year, month, on].join(sign), 'month-first')).toBe(iso)
      }),
    )
  })
})

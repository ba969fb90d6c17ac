import { expect, it } from 'vitest'
import { similar } from './similar.ts'

const people = ['Ada Bloom', 'Adam Blom', 'Bo Larsen', 'Zed']

it.each([
  ['ada bloom', ['Ada Bloom', 'Adam Blom']],
  ['Ada', ['Ada Bloom', 'Adam Blom']],
  ['Bo Lasren', ['Bo Larsen']],
  ['Zde', ['Zed']],
  ['nobody', []],
  ['', []],
])('takes %j for %j', (typed, expected) => {
  expect(similar(typed, people)).toEqual(expected)
})

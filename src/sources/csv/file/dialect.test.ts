import { describe, expect, it } from 'vitest'
import { dialectOf } from './dialect.ts'

describe('the dialect', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\r\n1,5;2,5;3,5\r\n', ';'],
    ['a\tb\n"x, y, z"\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['name\nAnn; Bob\n', ','],
    ['a,b\n"one; two; three",2\n"one; two",2\n', ','],
    ['a;b\r1;2\r3;4\r', ';'],
  ])('of %j has the separator %j', (text, separator) => {
    expect(dialectOf(text, true).separator).toBe(separator)
  })

  it('takes single quotes where cells are wrapped in them', () => {
    expect(dialectOf("a,b\n'x, y','2'\n'z','3'\n", true)).toEqual({ separator: ',', quote: "'" })
  })

  it('leaves an apostrophe alone', () => {
    expect(dialectOf("a,b\nO'Neil,2\nD'Arcy,3\n", true).quote).toBe('"')
  })
})

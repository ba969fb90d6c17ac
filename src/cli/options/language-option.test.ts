import { describe, expect, it } from 'vitest'
import { spokenIn } from './language-option.ts'

describe('the language of an answer on the command line', () => {
  it.each([
    [{ LANG: 'nl_BE.UTF-8' }, 'nl', 'nl-BE'],
    [{ LANG: 'nl_NL.UTF-8', LC_ALL: 'da_DK' }, 'da', 'da-DK'],
    [{ LANG: 'en_GB.UTF-8' }, 'en', 'en-GB'],
    [{ LANG: 'de_DE.UTF-8' }, 'en', 'en'],
    [{ LANG: 'C.UTF-8' }, 'en', 'en'],
    [{ LANG: 'nl_!!' }, 'en', 'en'],
    [{}, 'en', 'en'],
  ] as const)('in a terminal of %j is %s, written as %s', (environment, language, tag) => {
    expect(spokenIn(undefined, true, environment)).toEqual({ language, tag })
  })

  it('is English for a program, and what was chosen for everyone', () => {
    expect(spokenIn(undefined, false, { LANG: 'nl_NL' })).toEqual({ language: 'en', tag: 'en' })
    expect(spokenIn('da', false, { LANG: 'nl_NL' })).toEqual({ language: 'da', tag: 'da' })
  })
})

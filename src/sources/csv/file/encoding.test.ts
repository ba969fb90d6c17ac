import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { encodingOf } from './encoding.ts'

const encoded = (text: string, encoding: string): string | null => {
  const head = iconv.encode(text, encoding)
  return encodingOf({ head, beyondAscii: head, validUtf8: false, hasZero: false })
}

describe('letters with accents in one byte', () => {
  it.each([
    ['German', 'Name,Ort\nJürgen Müller,Köln\nKäthe Weiß,Zürich\n'],
    ['French', 'Nom,Ville\nAndré Lefèvre,Orléans\nHélène Garçon,L’Haÿ\nl’été,Besançon\n'],
    ['Danish', 'Navn,By\nSøren Kjær,Århus\nBjørn Ågård,Næstved\n'],
    ['Spanish', 'Nombre,Ciudad\nJosé Muñoz,León\nMaría Peña,Málaga\n'],
  ])('of %s are told from those of an old Macintosh', (_language, text) => {
    expect(encoded(text, 'windows-1252')).toBe('windows-1252')
    expect(encoded(text, 'macintosh')).toBe('macintosh')
  })

  it('of Windows may stand beside its signs', () => {
    expect(encoded('Name,Note\nJürgen,5 € – “gut”, l’été\n', 'windows-1252')).toBe('windows-1252')
    expect(encoded('Name,Note\nAnn,it’s 5 € – it’s “good”\n', 'windows-1252')).toBe('windows-1252')
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Palette, palettes, type Theme, themes } from '../../src/draw/index.ts'

const css = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8')

const variables = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/^\s*--([\w-]+): (.+);$/gm)].map(([, name = '', value = '']) => [name, value]))

const [light = '', dark = ''] = css('colours.css').split(/(?=^:root\[)/m)
const styled: Readonly<Record<Theme, ReadonlyMap<string, string>>> = {
  light: variables(light),
  dark: variables(dark),
}

const named: Readonly<Record<Exclude<keyof Palette, 'series' | 'font'>, string>> = {
  other: 'series-other',
  missing: 'series-missing',
  total: 'series-total',
  better: 'better',
  worse: 'worse',
  accent: 'accent',
  ink: 'ink',
  inkSoft: 'ink-soft',
  inkFaint: 'ink-faint',
  hairline: 'hairline',
  outline: 'outline',
  surface: 'surface',
  warning: 'warning',
}

it.each(themes)('styles the page with the colours of its pictures, %s', (theme) => {
  const { series, font, ...colours } = palettes[theme]
  const page = (name: string) => styled[theme].get(name)
  expect(series.map((_, i) => page(`series-${i + 1}`))).toEqual(series)
  expect(Object.fromEntries(Object.entries(named).map(([key, name]) => [key, page(name)]))).toEqual(colours)
  expect(variables(css('sizes.css')).get('font')?.replaceAll('"', "'")).toBe(font)
})

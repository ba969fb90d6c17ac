import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { reportPages } from '../../docs/pages.ts'

const pages = await reportPages()

it.each([...pages])('%s says what the report says; npm run docs writes it', (path, text) => {
  expect(readFileSync(new URL(`../../docs/reports/${path}`, import.meta.url), 'utf8')).toBe(text)
})

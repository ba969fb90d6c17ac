import { describe, expect, it } from 'vitest'
import { withFiles } from '../files.fixture.ts'
import { lookAt } from '../import.ts'
import { type ColumnMapping, wordOf } from '../mapping/mapping.ts'
import { proposal } from '../mapping/propose.ts'
import { exporterOf } from '../words.ts'
import { type KnownExport, knownExports } from './known-exports.fixture.ts'
import { voiceOf } from './matching.ts'
import type { RecordKind } from './targets.ts'

const expectedIn = ({ columns }: KnownExport): readonly (readonly [header: string, word: string])[] =>
  columns.split(';').map((column) => {
    const [header = '', word = ''] = column.split('=')
    return [header.trim(), word]
  })

const valuesFor = (word: string): readonly string[] => {
  if (/_at$/.test(word)) return ['2024-03-01', '2024-04-02']
  return /amount|employees|revenue|duration/.test(word) ? ['1200', '80'] : ['some', 'other']
}

async function recognised(one: KnownExport) {
  const expected = expectedIn(one)
  const line = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell}"`).join(',')}\n`
  const rows = [0, 1].map((at) => expected.map(([, word]) => valuesFor(word)[at] ?? ''))
  const text = [expected.map(([header]) => header), ...rows].map(line).join('')
  const seen = await withFiles({ 'export.csv': text }, (folder) => lookAt([folder], () => {}))
  const file = proposal(seen, { files: {} }, null).files['export.csv']
  const voice = voiceOf(one.records as RecordKind, seen[0]?.columns ?? [])
  const columns = expected.map(([header]) => {
    // Words of columns as a mapping file has them.
    const column = (file?.columns?.[header] ?? '') as ColumnMapping
    return [header, wordOf(column) ?? ''] as const
  })
  return { records: file?.records, columns, voice }
}

/** Prints what was recognised, set by set, when PLUMBLINE_PRINT is set. */
const print = (lines: readonly (readonly [string, string])[], one: KnownExport, exporter: string | null): void => {
  if (!process.env.PLUMBLINE_PRINT) return
  const right = expectedIn(one).filter(([header, word]) => lines.some(([a, b]) => a === header && b === word)).length
  console.log(
    `${one.of.padEnd(14)} ${one.records.padEnd(9)} ${right} of ${lines.length} as expected, taken for ${exporter ?? 'no product'}`,
  )
}

describe('the headers of a known export', () => {
  it.each(knownExports)('are recognised: $of, $records, $columns', async (one) => {
    const { records, columns, voice } = await recognised(one)
    expect(records).toBe(one.records)
    print(columns, one, voice && exporterOf(voice))
    expect(columns).toEqual(expectedIn(one))
  })

  it.each(knownExports.filter(({ of }) => /^(?:HubSpot|Salesforce|Pipedrive) (?:de|nl|fr)$/.test(of)))(
    'tell the product and the language: $of',
    async (one) => {
      const { voice } = await recognised(one)
      expect(`${voice?.product} ${voice?.language}`).toBe(one.of)
    },
  )
})

import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { z } from 'zod'
import { Refusal } from '../../errors/index.ts'
import { imported } from './imported.fixture.ts'

/** An export as somebody might hand it in, and how it is read: a line for each deal, or why it is refused. */
const oddExport = z.strictObject({
  what: z.string(),
  encoding: z.string().optional(),
  end: z.string().optional(),
  lines: z.array(z.string()),
  reads: z.array(z.string()).optional(),
  /** How the sentences under "Please check" begin. */
  doubts: z.array(z.string()).optional(),
  refused: z.string().optional(),
})
export type OddExport = z.infer<typeof oddExport>

export const oddExports: readonly OddExport[] = z
  .array(oddExport)
  .parse(JSON.parse(readFileSync(new URL('../../../fixtures/odd-exports.json', import.meta.url), 'utf8')))

const shown = ['id', 'name', 'owner_id', 'stage', 'amount_in_currency', 'currency', 'created_at', 'closed_at'] as const

/** Imports it alone, for a company that has euros. */
export async function oddReading({
  encoding = 'utf-8',
  end = '\n',
  lines,
}: Pick<OddExport, 'encoding' | 'end' | 'lines'>) {
  const text = iconv.encode(lines.join(end), encoding)
  try {
    const first = { 'rates.csv': 'Currency,Rate,Valid from\nEUR,1,2020-01-01\n' }
    const { rows, doubts } = await imported(first, { 'deals.csv': text })
    const ends = new Map(rows('stage').map(({ id, is_won, is_closed }) => [id, [is_won, is_closed].join()]))
    const reads = rows('deal').map((row) => {
      const stage = row.stage_id ? `${row.stage_id}${stageSigns[ends.get(row.stage_id) ?? ''] ?? ''}` : null
      return [...shown.map((name) => (name === 'stage' ? stage : row[name]) ?? ''), row._reason ?? ''].join(' | ')
    })
    return { reads, doubts }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code }
    throw error
  }
}

const stageSigns: Readonly<Record<string, string>> = { 'true,true': ' (won)', 'false,true': ' (lost)' }

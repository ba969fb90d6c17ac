import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { type Batch, openLanding } from '../../../src/landing/index.ts'
import { marksOf } from '../mark.ts'
import { registers } from '../registers.ts'
import { given, say } from './saying.ts'

const { folder, first } = given()
const landing = await openLanding(folder, { now: () => Temporal.Now.instant(), log: () => {} }, 'write')
const engine = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()

say('writing')
for (let write = first; ; write += 1) {
  await landing.land('test', (batch) => fill(batch, write))
  await landing.setAccount(registers.account(write))
  say(write)
}

/** Everything that a batch can hold: text of two kinds, a Parquet file, a file as it came, a field and a cursor. */
async function fill(batch: Batch, write: number): Promise<void> {
  const marks = marksOf(write, 4 + (write % 7 === 0 ? 3000 : write % 30))
  const [file = '', owner, company, ...deals] = marks
  await batch.keepFile(scratch(`${file}.csv`, file), file)
  await batch.write('owner', ['id'], [{ id: owner ?? null }])
  await batch.adopt('company', await parquetOf(company), ['id', 'name'], 1)
  await batch.write(
    'deal',
    ['id', 'name'],
    deals.map((id) => ({ id, name: `${Math.sin(write)}${Math.random()}` })),
  )
  batch.define([registers.field(write)])
  batch.moveCursor('deal', registers.cursor(write))
}

function scratch(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function parquetOf(id: string | undefined): Promise<string> {
  const path = join(folder, 'made.parquet')
  await engine.run(`COPY (SELECT '${id}' AS id, 'Acme' AS name) TO '${path}' (FORMAT parquet)`)
  return path
}

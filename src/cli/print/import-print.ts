import type { QuarantinedRow } from '../../engine/index.ts'
import { sectionsOf } from '../../sources/csv/index.ts'
import type { ImportResult } from '../commands/import.ts'
import { loaded } from '../commands/rebuild.ts'

/** The summary of an import, for a terminal. */
export function printedImport(result: ImportResult): string {
  const { imported, quarantined, seconds } = result
  const rows = imported.files.reduce((sum, file) => sum + file.rows, 0).toLocaleString('en')
  const head = `Read ${imported.files.length} ${imported.files.length === 1 ? 'file' : 'files'} with ${rows} rows in ${seconds.toFixed(1)} seconds.`
  const sections = sectionsOf(imported).map(({ title, lines }) => block(title, lines))
  return [head, ...sections, loadedBlock(result), ...quarantineBlock(quarantined), ending(result)].join('\n\n')
}

const block = (title: string, lines: readonly string[]): string =>
  [title, ...lines.map((line) => `  ${line}`)].join('\n')

const loadedBlock = ({ loaded: reports }: ImportResult): string =>
  reports.some((report) => report.read > 0) ? loaded(reports) : 'Nothing changed: all of it was imported before.'

const shownRows = 20

/** Where each unreadable row stands and why it could not be read. */
function quarantineBlock(rows: readonly QuarantinedRow[]): readonly string[] {
  if (rows.length === 0) return []
  const lines = rows
    .slice(0, shownRows)
    .map(({ origin, line, reason }) => `${origin ?? '?'} line ${line ?? '?'}: ${reason}`)
  const more = rows.length > shownRows ? [`and ${rows.length - shownRows} more: 'plumbline doctor' lists them`] : []
  return [block('Put aside, because they could not be read', [...lines, ...more])]
}

function ending({ imported }: ImportResult): string {
  const { timeZone, currency } = imported.account
  const undo = imported.number === null ? '' : `\n'plumbline import undo ${imported.number}' takes this import back.`
  return `Days are days in ${timeZone}, amounts are in ${currency}.\nHow the columns were read is in ${imported.mappingFile}: change it there and import again.${undo}`
}

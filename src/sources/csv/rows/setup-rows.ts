import { type PipelineObject, pipelineObjects } from '../../../model/index.ts'
import type { Part } from '../fields/targets.ts'
import { fileRows } from '../file/file-rows.ts'
import type { Row } from '../file/rows.ts'
import type { FilePlan } from './plan.ts'
import type { Meeting } from './record-rows.ts'
import { closingIn, type StageMeaning } from './stages.ts'

type Cell = (word: string) => string | null

/** What a row of such a file says, by the words of its columns. */
async function saidIn({ file, cells }: Pick<FilePlan, 'file' | 'cells'>): Promise<readonly Cell[]> {
  const rows: Cell[] = []
  for await (const row of fileRows(file, false))
    if (row.cells.length >= file.columns.length) rows.push(cellOf(cells, row))
  return rows
}

const cellOf =
  ({ values, parts, filled }: FilePlan['cells'], row: Row): Cell =>
  (word) => {
    const value = values.find(({ into }) => into === word)
    // Words of parts are asked for by their names.
    const at = value?.at ?? parts[word as Part]
    const text = at === undefined ? null : (filled[at]?.(row.cells[at]) ?? null)
    return text !== null && value ? (value.read(text) ?? text) : text
  }

/** Makes known what the file lists, before any record refers to it. */
export async function meetSetup(plan: FilePlan, meeting: Meeting): Promise<void> {
  const rows = await saidIn(plan)
  if (plan.kind === 'team') for (const cell of rows) meeting.teams.idOf(cell('name'), cell('parent_team'))
  if (plan.kind === 'pipeline') for (const cell of rows) meetPipeline(cell, meeting)
  if (plan.kind === 'stage')
    for (const { pipeline, object, id, label, meaning, order } of toldStages(rows))
      meeting.pipelines.tell(meeting.pipelines.pipelineFor(object, pipeline), { id, label, meaning, order })
}

/** As products write it: `Tickets`, `TICKET`. Without one, or with one that has no pipelines here, it is for deals. */
function objectIn(cell: Cell): PipelineObject {
  const written = (cell('object') ?? '').trim().toLowerCase().replace(/s$/, '')
  return pipelineObjects.find((object) => object === written) ?? 'deal'
}

function meetPipeline(cell: Cell, { pipelines }: Meeting): void {
  const [id, label] = [cell('id'), cell('label')]
  if (label !== null) pipelines.meet(id, label, objectIn(cell))
}

export interface ToldStage {
  readonly pipeline: string | null
  readonly object: PipelineObject
  readonly id: string | null
  readonly label: string
  readonly meaning: StageMeaning
  readonly order: number
}

/** The stages that a file lists, in its order, with their probabilities. */
export const stagesToldIn = async (plan: Pick<FilePlan, 'file' | 'cells'>): Promise<readonly ToldStage[]> =>
  toldStages(await saidIn(plan))

function toldStages(rows: readonly Cell[]): readonly ToldStage[] {
  const shares = rows.map((cell) => Number(cell('probability') ?? 'NaN')).filter((share) => !Number.isNaN(share))
  // 0.2 and 1 are shares of one; 20 and 100 are percent.
  const scale = shares.length > 0 && shares.every((share) => share <= 1) && shares.some((share) => share > 0) ? 100 : 1
  const placed = rows.map((cell, at) => ({ cell, order: Number(cell('order') ?? at) }))
  return placed.toSorted((a, b) => a.order - b.order).flatMap(({ cell }, at) => stageIn(cell, at, rows.length, scale))
}

function stageIn(cell: Cell, at: number, of: number, scale: number): readonly ToldStage[] {
  const label = cell('label')
  if (label === null) return []
  const written = cell('probability')
  const percent = written === null ? null : Math.round(Number(written) * scale * 100) / 100
  const meaning = meaningOf(label, percent, cell('is_closed'), cell('is_won')) ?? evenly(at, of)
  return [{ pipeline: cell('pipeline'), object: objectIn(cell), id: cell('id'), label, meaning, order: at }]
}

const evenly = (at: number, of: number): StageMeaning => ({
  is: 'open',
  probability: Math.round(((at + 1) * 100) / (of + 1)),
})

/** What is told decides; then 100 percent is won; then the name. */
function meaningOf(
  label: string,
  percent: number | null,
  closed: string | null,
  won: string | null,
): StageMeaning | null {
  if (won === 'true' || (closed === 'true' && percent === 100)) return { is: 'won' }
  if (closed === 'true') return { is: 'lost' }
  const named = closingIn(label)
  if (closed === null && won === null && (percent === 100 || (named === 'won' && percent === null)))
    return { is: 'won' }
  if (closed === null && named === 'lost' && (percent ?? 0) === 0) return { is: 'lost' }
  return percent === null || Number.isNaN(percent) ? null : { is: 'open', probability: Math.min(percent, 99) }
}

import type { Past } from '../../landing/index.ts'
import type { SeenFile } from './file/look.ts'
import { conclusionsIn } from './mapping/conclusions.ts'
import { linesOf } from './mapping/lines.ts'
import type { Mapping } from './mapping/mapping.ts'
import { proposal } from './mapping/propose.ts'
import { type Conclusions, joined, settledBy, type Told, toldIn } from './mapping/told.ts'
import type { Known } from './rows/known.ts'
import { withToldStages } from './rows/told-stages.ts'

/** What files are read by, besides themselves. */
export interface Grounds {
  readonly past: Past
  readonly known: Known
  readonly told: Told
  /** What was told takes the place of all that was concluded before: it is a mapping file of the user's own. */
  readonly isGiven: boolean
  /** The company's currency, as far as it is settled. */
  readonly home: string | null
}

export interface Concluded {
  readonly told: Told
  /** What earlier imports concluded. */
  readonly before: Conclusions
  readonly proposed: Mapping
  /** With what a list of stages among the files says of stages. */
  retold(mapping: Mapping): Mapping
}

/** What files are taken for: what is settled, and what follows from it and the files. */
export async function concludedOn(files: readonly SeenFile[], grounds: Grounds): Promise<Concluded> {
  const { past, known, told, isGiven, home } = grounds
  const before: Conclusions = isGiven ? new Map() : conclusionsIn(past)
  const settled = settledBy(before, told)
  const first = proposal(files, settled, home)
  const retold = await withToldStages(first, { settled, told }, files, past.customFields(), await known('stage'))
  return { told, before, proposed: retold(first), retold }
}

/** The same with what was chosen of files whose reading a person has seen. */
export async function concludedWith(
  files: readonly SeenFile[],
  grounds: Grounds,
  chosen: Mapping | undefined,
): Promise<Concluded> {
  const shown = await concludedOn(files, grounds)
  if (!chosen) return shown
  const told = joined(grounds.told, toldOver(chosen, shown.proposed))
  return concludedOn(files, { ...grounds, told })
}

/** What a person changed in a mapping. */
export const toldOver = (changed: Mapping, shown: Mapping): Told =>
  new Map(
    Object.entries(changed.files).flatMap(([name, one]) => {
      const before = shown.files[name]
      const lines = toldIn(one, before ? linesOf(before) : new Map())
      return lines.size > 0 ? [[name, lines] as const] : []
    }),
  )

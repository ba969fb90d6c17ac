import { type Asking, people, type shapes, type Viewer } from '../answer/index.ts'
import { Refusal } from '../errors/index.ts'

/** Whose a goal or a forecast is, and for which days. */
export interface Held {
  readonly ownerId: string | null
  readonly teamId: string | null
  readonly pipelineId: string | null
  readonly startsOn: string
  readonly endsOn: string
}

/** It is for a person or for a team that there is, and its days stand in their order. */
export async function checkHeld(asking: Asking, held: Held): Promise<shapes.People> {
  if ((held.ownerId === null) === (held.teamId === null)) throw new Refusal('holder-unclear', {})
  if (held.endsOn < held.startsOn) throw new Refusal('days-reversed', { from: held.startsOn, to: held.endsOn })
  const known = people(asking)
  checkKnown('person', held.ownerId, known.owners)
  checkKnown('team', held.teamId, known.teams)
  checkKnown('pipeline', held.pipelineId, known.pipelines)
  return known
}

function checkKnown(kind: string, id: string | null, all: readonly { readonly id: string }[]): void {
  if (id !== null && !all.some((each) => each.id === id))
    throw new Refusal('name-unknown', { kind, name: id, similar: [] })
}

/** Who sees a person’s or a team’s records may speak for them. */
export function maySpeakFor({ sees }: Viewer, { ownerId, teamId }: Held, { owners }: shapes.People): boolean {
  if (sees === 'everything') return true
  const team = teamId ?? owners.find(({ id }) => id === ownerId)?.teamId ?? null
  return (ownerId !== null && sees.owners.includes(ownerId)) || (team !== null && sees.teams.includes(team))
}

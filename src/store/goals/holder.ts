import { type Asking, type LoadedRow, people } from '../../answer/index.ts'
import { Refusal } from '../../errors/index.ts'
import type { Entity, Value } from '../../model/index.ts'
import { seesOf } from '../../query/index.ts'

/** Whose a goal or a forecast is, for which pipeline (null: all) and for which days, both included. */
export interface Held {
  readonly ownerId: string | null
  readonly teamId: string | null
  readonly pipelineId: string | null
  readonly startsOn: string
  readonly endsOn: string
}

/** It is for a person or for a team that there is, and its days stand in their order. */
export function checkHeld(asking: Asking, held: Held): void {
  if ((held.ownerId === null) === (held.teamId === null)) throw new Refusal('holder-unclear', {})
  if (held.endsOn < held.startsOn) throw new Refusal('days-reversed', { from: held.startsOn, to: held.endsOn })
  const known = people(asking)
  checkKnown('person', held.ownerId, known.owners)
  checkKnown('team', held.teamId, known.teams)
  checkKnown(
    'pipeline',
    held.pipelineId,
    known.pipelines.filter(({ object }) => object === 'deal'),
  )
}

function checkKnown(kind: string, id: string | null, all: readonly { readonly id: string }[]): void {
  if (id !== null && !all.some((each) => each.id === id))
    throw new Refusal('name-unknown', { kind, name: id, similar: [] })
}

type Holder = Pick<Held, 'ownerId' | 'teamId'>

/** A person’s are seen by who sees that person, a team’s by who sees that team. */
export const seesHolder =
  (of: Pick<Entity, 'rights'>) =>
  (asking: Asking, { ownerId, teamId }: Holder): boolean => {
    const owner = people(asking).owners.find(({ id }) => id === ownerId)
    return seesOf(asking.viewer.rights.sees(of), ownerId, [teamId, owner?.teamId ?? null])
  }

/** More are not listed: a company has a few hundred. */
export const mostListed = 10_000

export const holderPaths = ['owner_id', 'owner.name', 'team_id', 'team.name', 'pipeline_id', 'pipeline.label', 'amount']

export const text = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

export const holderOf = (row: LoadedRow) => ({
  id: String(row.id),
  ownerId: text(row.owner_id),
  owner: text(row['owner.name']),
  teamId: text(row.team_id),
  team: text(row['team.name']),
  pipelineId: text(row.pipeline_id),
  pipeline: text(row['pipeline.label']),
  amount: amountOf(row.amount),
})

export const amountOf = (value: Value | undefined): number | null =>
  value === null || value === undefined ? null : Number(value)

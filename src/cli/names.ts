import { type Asking, people, type Question, type shapes } from '../answer/index.ts'
import { Refusal } from '../errors/index.ts'
import type { AskOptions } from './question-option.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** The ids that the names in the options stand for. */
export async function idsOf(asking: Asking, { reps, teams, pipeline }: AskOptions): Promise<Partial<Question>> {
  if (!reps && !teams && !pipeline) return {}
  const known = people(asking)
  return {
    reps: reps?.map((name) => idOf(name, 'owner', known.owners)),
    teams: teams?.map((name) => idOf(name, 'team', known.teams)),
    pipeline: pipeline === undefined ? undefined : idOf(pipeline, 'pipeline', pipelinesOf(known)),
  }
}

const pipelinesOf = ({ pipelines }: shapes.People): readonly Named[] =>
  pipelines.map(({ id, label }) => ({ id, name: label }))

function idOf(typed: string, kind: string, known: readonly Named[]): string {
  const byId = known.find(({ id }) => id === typed)
  const byName = known.filter(({ name }) => name.toLowerCase() === typed.toLowerCase())
  if (byId) return byId.id
  if (byName.length > 1)
    throw new Refusal('name-ambiguous', { kind, name: typed, ids: byName.map(({ id }) => id).join(', ') })
  const [only] = byName
  if (!only) throw new Refusal('name-unknown', { kind, name: typed })
  return only.id
}

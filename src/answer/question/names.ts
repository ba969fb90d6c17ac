import { Refusal } from '../../errors/index.ts'
import type { Steps } from '../../facts/index.ts'
import { lifecycleStages } from '../../model/index.ts'
import type { Listed } from '../../reports/index.ts'
import type { People } from '../shapes.ts'
import type { Question } from './question.ts'
import { similar } from './similar.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** The question with the ids that its names stand for: a name that nobody has would silently be a figure of nothing. */
export function withIds(question: Question, people: People): Question {
  const { reps, teams, pipeline } = question
  return {
    ...question,
    ...(reps && { reps: reps.map((name) => idOf(name, 'owner', people.owners)) }),
    ...(teams && { teams: teams.map((name) => idOf(name, 'team', people.teams)) }),
    ...(pipeline !== undefined && { pipeline: idOf(pipeline, 'pipeline', people.pipelines.map(labelled)) }),
  }
}

const labelled = ({ id, label }: { readonly id: string; readonly label: string }): Named => ({ id, name: label })

/** An id is always itself; a name in any case stands for the only one that has it. */
function idOf(typed: string, kind: string, known: readonly Named[]): string {
  if (known.some(({ id }) => id === typed)) return typed
  const [first, ...others] = known.filter(({ name }) => name.toLowerCase() === typed.toLowerCase())
  const names = known.map(({ name }) => name)
  if (!first) throw new Refusal('name-unknown', { kind, name: typed, similar: similar(typed, names) })
  if (others.length === 0) return first.id
  throw new Refusal('name-ambiguous', { kind, name: typed, ids: [first, ...others].map(({ id }) => id).join(', ') })
}

/** Steps are told by their ids, `id,id?,id`. */
export function checkSteps(report: Listed, { key, kind }: Steps, value: string, { stages }: Pick<People, 'stages'>) {
  const known = new Set(kind === 'stages' ? stages.map(({ id }) => id) : lifecycleStages.map(({ value }) => value))
  for (const step of value.split(',').filter((each) => each !== ''))
    if (!known.has(step.replace(/\?$/, '')))
      throw new Refusal('setting-unknown', { setting: key, value: step, report: report.title })
}

import { Refusal } from '../../errors/index.ts'
import type { Entity, Model, PipelineObject } from '../../model/index.ts'
import { type Reached, reach } from '../../query/index.ts'
import type { Listed } from '../../reports/index.ts'
import type { People } from '../shapes.ts'
import type { Question } from './question.ts'

/** Whose pipelines the records that a report counts stand in. */
export const pipelineObjectOf = ({ pipelinesOf }: Entity): PipelineObject => pipelinesOf ?? 'deal'

type Placed = Pick<People, 'pipelines' | 'stages'>

/** Who and what there is to choose from in a report: of pipelines and stages only those of its own kind of record. */
export function withOwnPipelines<P extends Placed>(people: P, object: PipelineObject): P {
  const others = othersOf(people, object)
  if (others.pipelines.length === 0) return people
  return {
    ...people,
    pipelines: people.pipelines.filter((pipeline) => !others.pipelines.includes(pipeline)),
    stages: people.stages.filter((stage) => !others.stages.includes(stage)),
  }
}

function othersOf({ pipelines, stages }: Placed, object: PipelineObject): Placed {
  const others = pipelines.filter((pipeline) => pipeline.object !== object)
  const ids = new Set(others.map(({ id }) => id))
  return { pipelines: others, stages: stages.filter(({ pipelineId }) => pipelineId !== null && ids.has(pipelineId)) }
}

interface About {
  readonly report: Listed
  readonly entity: Entity
  readonly model: Model
}

/** Where another kind of record stands says nothing about these: it would silently be a figure of nothing. */
export function refuseOtherPipelines(about: About, people: Placed, question: Question): void {
  const object = pipelineObjectOf(about.entity)
  const [own, others] = [withOwnPipelines(people, object), othersOf(people, object)]
  if (others.pipelines.length === 0) return
  const refuse = (kind: keyof Placed, named: readonly string[]) => {
    const found = named.find((name) => isAmong(others[kind], name) && !isAmong(own[kind], name))
    if (found === undefined) return
    const other = pipelineWith(people, kind, found)?.object ?? object
    const what = { pipelines: 'pipeline', stages: 'stage' }[kind]
    throw new Refusal('pipeline-of-others', { what, name: found, other, own: object, report: about.report.title })
  }
  refuse('pipelines', question.pipeline === undefined ? [] : [question.pipeline])
  refuse('stages', stepsIn(about.report, question))
  for (const { field, values } of [...(about.report.said ?? []), ...(question.filters ?? [])]) {
    const kind = placeOf(reach(about.model, about.entity, field.split('.')))
    if (kind) refuse(kind, values)
  }
}

/** A filter tells an id or a label, and a pipeline may be named in any case. */
const isAmong = (all: readonly { readonly id: string; readonly label: string }[], name: string): boolean =>
  all.some(({ id, label }) => id === name || label.toLowerCase() === name.toLowerCase())

function pipelineWith({ pipelines, stages }: Placed, kind: keyof Placed, name: string) {
  const stage = kind === 'stages' ? stages.filter((each) => isAmong([each], name)) : []
  const ids = stage.map(({ pipelineId }) => pipelineId)
  return pipelines.find((each) => (kind === 'stages' ? ids.includes(each.id) : isAmong([each], name)))
}

/** The stages of settings: `id,id?,id`. */
const stepsIn = ({ settings }: Listed, question: Question): readonly string[] =>
  settings
    .filter((setting) => 'kind' in setting && setting.kind === 'stages')
    .flatMap(({ key }) => question.settings?.[key]?.split(',') ?? [])
    .map((step) => step.replace(/\?$/, ''))

/** Whether a field says which pipeline or stage: the record itself, or a reference to it. */
function placeOf(reached: Reached | null): keyof Placed | null {
  if (!reached || reached.field.kind === 'flag') return null
  const to = Object.values(reached.entity.refs).find(({ via }) => via === reached.field.name)?.to ?? reached.entity
  if (to.name === 'pipeline') return 'pipelines'
  return to.name === 'stage' && ['id', 'label', 'stage_id'].includes(reached.field.name) ? 'stages' : null
}

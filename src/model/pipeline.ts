import { entity, ref } from './entity.ts'
import { flag, id, number, options, percent, text } from './field.ts'

/** The kinds of record that go along pipelines; each has its own. */
export const pipelineObjects = ['deal', 'ticket', 'lead'] as const
export type PipelineObject = (typeof pipelineObjects)[number]

export const pipeline = entity('pipeline', {
  rights: 'setup',
  label: 'Pipeline',
  plural: 'pipelines',
  doc: 'The path of stages that records of one kind go along.',
  title: 'label',
  list: ['label'],
  fields: {
    label: text('Pipeline'),
    display_order: number('Order', { hidden: true }),
    /** Without one it is for deals. */
    object: text('For', {
      hidden: true,
      options: options(['deal', 'Deals'], ['ticket', 'Tickets'], ['lead', 'Leads'] satisfies readonly [
        PipelineObject,
        string,
      ]),
    }),
  },
})

/** Closed with probability 100 is won; closed with 0 is lost. */
export const stage = entity('stage', {
  rights: 'setup',
  label: 'Stage',
  plural: 'stages',
  doc: 'A step of a pipeline, with the probability that a deal in it is won.',
  title: 'label',
  list: ['label', 'pipeline.label', 'probability'],
  fields: {
    label: text('Stage'),
    pipeline_id: id('Pipeline', { hidden: true }),
    display_order: number('Order', { hidden: true }),
    probability: percent('Probability'),
    is_closed: flag('Is closed'),
    is_won: flag('Is won'),
    forecast_category: text('Forecast category of the stage'),
    /** A list of stages tells it; otherwise it was concluded from names or deals. */
    is_listed: flag('Told by a list', { hidden: true }),
  },
  refs: { pipeline: ref(pipeline, 'pipeline_id') },
})

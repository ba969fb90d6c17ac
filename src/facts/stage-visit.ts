import { deal, entity, id, owner, pipeline, ref, stage } from '../model/index.ts'
import type { Fact } from './fact.ts'
import { visitFields, visits } from './parts/visit.ts'

const stageVisit = {
  ...entity('stage_visit', {
    rights: 'deal',
    label: 'Stage visit',
    plural: 'stage visits',
    doc: 'One continuous stay of a deal in a stage. A deal that comes back to a stage visits it again.',
    title: 'deal.name',
    list: ['deal.name', 'stage.label', 'entered_at', 'exited_at', 'duration', 'owner.name', 'deal.amount'],
    fields: {
      deal_id: id('Deal', { hidden: true }),
      stage_id: id('Stage', { hidden: true }),
      /** Owner and pipeline of today: reports on history filter by these. */
      owner_id: id('Deal owner', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      ...visitFields,
    },
    refs: {
      deal: ref(deal, 'deal_id'),
      stage: ref(stage, 'stage_id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
    },
  }),
  of: 'deal',
  recordId: 'deal_id',
  sortedBy: 'entered_on',
  after: ['deal_history'],
  rows: (touched, making) =>
    visits({ entity: 'deal', property: 'stage_id', carried: ['owner_id', 'pipeline_id'] }, touched, making),
} as const satisfies Fact

export default stageVisit

import { entity, ref } from './entity.ts'
import { day, id, money, options, text } from './field.ts'
import { owner } from './owner.ts'
import { pipeline } from './pipeline.ts'
import { team } from './team.ts'

/** Without a metric a goal is about revenue. */
export const goalMetrics = options(['REVENUE', 'Revenue'])

/** What a person or a team should reach on the days from `starts_on` to `ends_on`, both included. */
export const goal = entity('goal', {
  rights: 'goal',
  label: 'Goal',
  plural: 'goals',
  doc: 'What a person or a team should reach in a span of days. With an owner it is a person’s, else a team’s; without a pipeline it is for all of them.',
  title: 'name',
  list: ['name', 'owner.name', 'team.name', 'pipeline.label', 'starts_on', 'ends_on', 'amount'],
  fields: {
    name: text('Goal'),
    owner_id: id('Owner', { hidden: true }),
    team_id: id('Team', { hidden: true }),
    pipeline_id: id('Pipeline', { hidden: true }),
    starts_on: day('First day'),
    ends_on: day('Last day'),
    /** In the company’s currency. */
    amount: money('Goal amount'),
    metric: text('Metric', { options: goalMetrics }),
  },
  refs: {
    owner: ref(owner, 'owner_id'),
    team: ref(team, 'team_id'),
    pipeline: ref(pipeline, 'pipeline_id'),
  },
})

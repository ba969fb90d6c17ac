import { entity, ref } from './entity.ts'
import { day, id, instant, money, text } from './field.ts'
import { owner } from './owner.ts'
import { pipeline } from './pipeline.ts'
import { team } from './team.ts'

/** Never changed: a new figure for the same period is a new submission, and the latest counts. */
export const forecastSubmission = entity('forecast_submission', {
  rights: 'forecast_submission',
  label: 'Forecast submission',
  plural: 'forecast submissions',
  doc: 'What somebody expected to sell in a period. With an owner it is that person’s, else what the lead submitted for the whole team.',
  title: 'owner.name',
  list: ['owner.name', 'team.name', 'pipeline.label', 'period_starts_on', 'period_ends_on', 'amount', 'submitted_at'],
  fields: {
    owner_id: id('Owner', { hidden: true }),
    team_id: id('Team', { hidden: true }),
    pipeline_id: id('Pipeline', { hidden: true }),
    period_starts_on: day('First day of the period'),
    period_ends_on: day('Last day of the period'),
    /** In the company’s currency. */
    amount: money('Forecast amount'),
    note: text('Note'),
    submitted_at: instant('Submitted at'),
    submitted_on: day('Submission date', { dayOf: 'submitted_at' }),
    submitted_by_id: id('Submitted by', { hidden: true }),
  },
  refs: {
    owner: ref(owner, 'owner_id'),
    team: ref(team, 'team_id'),
    pipeline: ref(pipeline, 'pipeline_id'),
    submitted_by: ref(owner, 'submitted_by_id', 'Submitted by'),
  },
})

import { activity } from './activity.ts'
import { company } from './company.ts'
import { contact } from './contact.ts'
import { conversation } from './conversation.ts'
import { deal } from './deal.ts'
import type { Entity } from './entity.ts'
import { forecastSubmission } from './forecast-submission.ts'
import { goal } from './goal.ts'
import { association, exchangeRate, propertyChange } from './history.ts'
import { lead } from './lead.ts'
import { owner } from './owner.ts'
import { pipeline, stage } from './pipeline.ts'
import { team } from './team.ts'

/** Every kind of record, those that others refer to first. */
export const crm = {
  team,
  owner,
  pipeline,
  stage,
  exchange_rate: exchangeRate,
  company,
  contact,
  deal,
  lead,
  activity,
  conversation,
  goal,
  forecast_submission: forecastSubmission,
  association,
  property_change: propertyChange,
} as const satisfies Readonly<Record<string, Entity>>

export type EntityName = keyof typeof crm

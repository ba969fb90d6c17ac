import {
  contact,
  duration,
  entity,
  flag,
  id,
  instant,
  lifecycleStages,
  number,
  owner,
  ref,
  text,
} from '../model/index.ts'
import type { Dialect } from './dialect.ts'
import { askedFact, type Bind } from './fact.ts'
import { type Days, type Given, range, stepsOf } from './parts/need.ts'
import { isInferred } from './parts/resting.ts'
import type { Steps } from './parts/setting.ts'

export const journeyStages: Steps = {
  key: 'stages',
  label: 'Stages',
  doc: 'Which lifecycle stages are steps, in which order, and which may be missing; from lead to customer unless chosen.',
  kind: 'lifecycle',
  optional: true,
  usual: 'lead,marketingqualifiedlead?,salesqualifiedlead?,opportunity,customer',
}

const journeyNeeds = { range, steps: stepsOf(journeyStages) }

interface Step {
  readonly place: number
  /** Bound SQL. */
  readonly stage: string
  /** The last required step before this one, from whose time on this one counts. */
  readonly after: number
}

const most = 30

/** `id,id?,id`: a question mark makes a step optional. The first step is always required; a repeated one is skipped. */
function placed(steps: readonly string[], bind: Bind): readonly Step[] {
  const chosen = new Map(steps.slice(0, most).map((step) => [step.replace(/\?$/, ''), step]))
  let after = 1
  return [...chosen].map(([stage, written], index) => {
    const step = { place: index + 1, stage: bind(stage, 'text'), after }
    if (!written.endsWith('?')) after = step.place
    return step
  })
}

/** Who entered the first step in the range, and when first. */
const member = ({ stage }: Step, range: Days, bind: Bind): string => `
    member AS (
      SELECT contact_id, min(owner_id) AS owner_id, min(entered_at) AS at_1 FROM lifecycle_visit
      WHERE lifecycle_stage = ${stage} AND entered_on >= ${bind(range.from, 'day')}
        AND entered_on < ${bind(range.until, 'day')}
      GROUP BY contact_id
    )`

const roundAfter = (place: number): string => (place === 0 ? 'member' : `round_${place}`)

/** One pass over the visits for all steps that count from the same required step. */
const round = (steps: readonly Step[], after: number, before: number): string => `
    ${roundAfter(after)} AS (
      SELECT visit.contact_id, ${steps.map(({ place, stage }) => `min(visit.entered_at) FILTER (WHERE visit.lifecycle_stage = ${stage}) AS at_${place}`).join(', ')}
      FROM ${roundAfter(before)} AS before JOIN lifecycle_visit AS visit ON visit.contact_id = before.contact_id
      WHERE visit.lifecycle_stage IN (${steps.map(({ stage }) => stage).join(', ')}) AND visit.entered_at >= before.at_${after}
      GROUP BY visit.contact_id
    )`

const rowsOf = ({ place, stage, after }: Step, { millisecondsBetween }: Dialect): string => `
    SELECT contact_id || ':${place}' AS id, contact_id, owner_id, ${stage} AS step, ${place} AS place,
      at_${place} IS NOT NULL AS reached, ${place} > 1 AND at_${after} IS NOT NULL AS came_before, at_${place} AS reached_at,
      CASE WHEN ${place} > 1 THEN ${millisecondsBetween(`at_${after}`, `at_${place}`)} END AS time_to_step,
      contact_id IN (SELECT contact_id FROM lifecycle_visit WHERE is_inferred) AS is_inferred
    FROM way`

function journeyOf({ range, steps }: Given<typeof journeyNeeds>, bind: Bind, dialect: Dialect): string {
  const all = placed(steps, bind)
  const [first, ...others] = all
  if (!first) throw new Error('a journey without steps')
  const rounds = [...Map.groupBy(others, ({ after }) => after)]
  const passes = rounds.map(([after, of], index) => round(of, after, rounds[index - 1]?.[0] ?? 0))
  const joins = rounds.map(([after]) => `LEFT JOIN ${roundAfter(after)} USING (contact_id)`)
  const times = all.map(({ place }) => `at_${place}`).join(', ')
  return `
    WITH ${[member(first, range, bind), ...passes].join(',')},
    way AS (SELECT contact_id, owner_id, ${times} FROM member ${joins.join(' ')})
    ${all.map((step) => rowsOf(step, dialect)).join('\n    UNION ALL')}`
}

/**
 * The chosen lifecycle stages, matched greedily in their order: a step is reached at the earliest entry that is not
 * before the last required step. Who misses a required step goes no further; an optional step moves nothing.
 */
const journeyStep = askedFact(
  entity('journey_step', {
    rights: 'contact',
    label: 'Step of a contact',
    plural: 'steps of contacts',
    doc: 'A contact that entered the first chosen lifecycle stage in the range, and one of the chosen stages.',
    title: 'contact.name',
    list: ['contact.name', 'owner.name', 'step', 'reached_at', 'time_to_step', 'contact.lifecycle_stage'],
    fields: {
      contact_id: id('Contact', { hidden: true }),
      owner_id: id('Contact owner', { hidden: true }),
      step: text('Lifecycle stage', { options: lifecycleStages, orderedBy: 'place' }),
      place: number('Place of the step', { hidden: true }),
      reached: flag('Reached the step'),
      /** Reached the last required step before this one; false for the first. */
      came_before: flag('Reached the step before'),
      reached_at: instant('Reached at'),
      time_to_step: duration('Time from the step before'),
      is_inferred: isInferred,
    },
    refs: { contact: ref(contact, 'contact_id'), owner: ref(owner, 'owner_id') },
  }),
  { needs: journeyNeeds, day: null, asked: (given, bind, _uses, dialect) => journeyOf(given, bind, dialect) },
)

export default journeyStep

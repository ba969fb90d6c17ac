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
import { type AskedFact, type Bind, given, givenAll, type Params } from './fact.ts'

interface Step {
  readonly place: number
  /** Bound SQL. */
  readonly stage: string
  /** The last required step before this one, from whose time on this one counts. */
  readonly after: number
}

const most = 30

/** `id,id?,id`: a question mark makes a step optional. The first step is always required; a repeated one is skipped. */
function stepsOf(params: Params, bind: Bind): readonly Step[] {
  const chosen = new Map(
    givenAll(params, 'steps')
      .slice(0, most)
      .map((step) => [String(step).replace(/\?$/, ''), String(step)]),
  )
  let after = 1
  return [...chosen].map(([stage, written], index) => {
    const step = { place: index + 1, stage: bind(stage, 'text'), after }
    if (!written.endsWith('?')) after = step.place
    return step
  })
}

const first = ({ stage }: Step, params: Params, bind: Bind): string => `
    step_1 AS (
      SELECT contact_id, min(owner_id) AS owner_id, min(entered_at) AS reached_at FROM lifecycle_visit
      WHERE lifecycle_stage = ${stage} AND entered_on >= ${bind(given(params, 'from'), 'day')}
        AND entered_on < ${bind(given(params, 'until'), 'day')}
      GROUP BY contact_id
    )`

const later = ({ place, stage, after }: Step): string => `
    step_${place} AS (
      SELECT visit.contact_id, min(visit.entered_at) AS reached_at
      FROM step_${after} AS before JOIN lifecycle_visit AS visit ON visit.contact_id = before.contact_id
      WHERE visit.lifecycle_stage = ${stage} AND visit.entered_at >= before.reached_at
      GROUP BY visit.contact_id
    )`

const rowsOf = ({ place, stage, after }: Step): string => `
    SELECT step_1.contact_id || ':${place}' AS id, step_1.contact_id, step_1.owner_id, ${stage} AS step, ${place} AS place,
      here.contact_id IS NOT NULL AS reached, before.contact_id IS NOT NULL AS came_before,
      here.reached_at, date_diff('millisecond', before.reached_at, here.reached_at) AS time_to_step
    FROM step_1
    LEFT JOIN step_${place} AS here ON here.contact_id = step_1.contact_id
    LEFT JOIN step_${after} AS before ON before.contact_id = step_1.contact_id AND ${place} > 1`

/**
 * The chosen lifecycle stages, matched greedily in their order: a step is reached at the earliest entry that is not
 * before the last required step. Who misses a required step goes no further; an optional step moves nothing.
 */
const journeyStep = {
  ...entity('journey_step', {
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
    },
    refs: { contact: ref(contact, 'contact_id'), owner: ref(owner, 'owner_id') },
  }),
  asked: (params, bind) => {
    const [start, ...others] = stepsOf(params, bind)
    if (!start) throw new Error('a journey without steps')
    return `
    WITH ${[first(start, params, bind), ...others.map(later)].join(',')}
    ${[start, ...others].map(rowsOf).join('\n    UNION ALL')}`
  },
} as const satisfies AskedFact

export default journeyStep

import { day, deal, entity, flag, id, money, number, owner, pipeline, ref, stage } from '../model/index.ts'
import { askedFact } from './fact.ts'
import { chosen, range } from './parts/need.ts'
import { isInferred } from './parts/resting.ts'
import type { Choice } from './parts/setting.ts'

export const moves: Choice<'any' | 'later'> = {
  key: 'moves',
  label: 'Pushes',
  doc: 'Whether a close date that is moved to a day before the range counts as well.',
  options: [
    { value: 'any', label: 'Any move out of the range' },
    { value: 'later', label: 'Later only' },
  ],
}

/**
 * One row per deal that had a close date in the window at any time, and how often it left the window. The close date
 * that is stamped when a deal closes puts a deal into the window and takes none out.
 */
const pushWindow = askedFact(
  entity('push_window', {
    rights: 'deal',
    label: 'Deal',
    plural: 'deals',
    doc: 'A deal that had a close date in the range at any time, and how often that date was moved out of it.',
    title: 'deal.name',
    list: ['deal.name', 'owner.name', 'stage.label', 'amount', 'pushes', 'first_closed_on', 'closed_on'],
    fields: {
      deal_id: id('Deal', { hidden: true }),
      owner_id: id('Owner', { hidden: true }),
      pipeline_id: id('Pipeline', { hidden: true }),
      stage_id: id('Stage', { hidden: true }),
      amount: money('Amount'),
      pushed: flag('Close date pushed'),
      pushes: number('Pushes'),
      first_closed_on: day('First close date'),
      closed_on: day('Last close date'),
      is_inferred: isInferred,
    },
    refs: {
      deal: ref(deal, 'deal_id'),
      owner: ref(owner, 'owner_id'),
      pipeline: ref(pipeline, 'pipeline_id'),
      stage: ref(stage, 'stage_id'),
    },
  }),
  {
    needs: { range, moves: chosen(moves) },
    day: null,
    asked: ({ range, moves }, bind, _uses, { any, first }) => {
      const [from, until] = [bind(range.from, 'day'), bind(range.until, 'day')]
      const inWindow = (day: string) => `${day} >= ${from} AND ${day} < ${until}`
      const leaves = moves === 'later' ? `closed_on >= ${until}` : `NOT coalesce(${inWindow('closed_on')}, FALSE)`
      return `
    WITH base AS (
      SELECT deal_id, ${any('is_close_inferred')} AS is_inferred FROM deal_state WHERE ${inWindow('closed_on')} GROUP BY deal_id
    ),
    push AS (
      SELECT deal_id, count(*) AS pushes FROM deal_change
      WHERE kind IN ('CLOSE_DATE_PUSHED', 'CLOSE_DATE_PULLED', 'CLOSE_DATE_CLEARED')
        AND ${inWindow('closed_before_on')} AND ${leaves}
      GROUP BY deal_id
    ),
    first AS (
      SELECT deal_id, ${first('closed_on', 'valid_from')} AS closed_on FROM deal_state
      WHERE closed_on IS NOT NULL AND deal_id IN (SELECT deal_id FROM base) GROUP BY deal_id
    )
    SELECT d.id, d.id AS deal_id, d.owner_id, d.pipeline_id, d.stage_id, d.amount,
      push.pushes IS NOT NULL AS pushed, coalesce(push.pushes, 0) AS pushes,
      first.closed_on AS first_closed_on, d.closed_on, base.is_inferred
    FROM base
    JOIN deal AS d ON d.id = base.deal_id
    LEFT JOIN first ON first.deal_id = base.deal_id
    LEFT JOIN push ON push.deal_id = base.deal_id`
    },
  },
)

export default pushWindow

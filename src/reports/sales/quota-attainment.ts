import quotaLine from '../../facts/quota-line.ts'
import { attainment, revenueGoal, revenueWon } from '../../metrics/quota.ts'
import { eq, not } from '../../query/index.ts'
import { report } from '../report.ts'
import example from './quota-attainment.example.ts'

export default report(quotaLine, (q) => ({
  topic: 'Forecasts & pipelines',
  title: 'Quota attainment',
  question: 'How much of their goals did reps and teams reach?',
  date: q.closedOn,
  range: 'this-quarter',
  rules: [],
  measures: [revenueWon(q), revenueGoal(q), attainment(q)],
  by: 'owner',
  breakdown: null,
  chart: { totals: 'bar', overTime: 'column', measures: ['actual', 'goal'], reference: 'goal' },
  settings: [
    {
      key: 'progress',
      label: 'Compare against',
      doc: 'Over time: each period with its own goal, or all periods so far with all goals so far.',
      options: [
        { value: 'incremental', label: 'The goal of each period', rules: [] },
        { value: 'cumulative', label: 'Progress to the whole goal', rules: [], runsOn: true },
      ],
    },
  ],
  about: [
    { fields: ['deal', 'amount'], rows: eq(q.kind, 'WON') },
    { fields: ['goal', 'goal_amount'], rows: not(eq(q.kind, 'WON')) },
  ],
  presentation: {
    as: 'parts',
    byDate: true,
    totalNote:
      'The goal in the total is that of the highest team that has one; the goals of teams and people below it are part of it. Where no team has a goal, it is the sum of the people’s.',
  },
  doc: {
    counts:
      'Won: the amounts of won deals whose close date is in the range. Goal: the goals that overlap the range, each by the share of its days that lie in it. Attainment is won ÷ goal.',
    leavesOut:
      'Deals that are not won, and won deals without a close date. Goals without a first or last day, without person and team, or about something else than revenue.',
    reading:
      'Where a team has a goal of its own, that goal counts and those of its members do not; otherwise the team’s goal is the sum of its members’. A goal of a team above others replaces theirs in the total in the same way: the total is that of the highest goal there is, and in rows by team the part of it that the teams below do not have stands in its own row. Grouped by rep, what a team’s goal is more (or less) than the goals of its members stands under “Unassigned”, so that every grouping has the same total. Without a goal there is no attainment, but what was won is shown.',
    doubts: [
      'Deals and goals belong to the owner of today and to that person’s main team; a team’s goal is for the people whose main team it is, what its teams below have is part of it and counts once.',
      'The last day of a goal counts.',
      'A team’s goal for one pipeline replaces its members’ goals for that pipeline only, not those for all pipelines.',
      'A filter on a field of the goal leaves out goals and no deals, one on a field of the deal deals and no goals.',
      'With a pipeline chosen, only goals for that pipeline count: a goal for all pipelines cannot be divided.',
    ],
  },
  example,
}))

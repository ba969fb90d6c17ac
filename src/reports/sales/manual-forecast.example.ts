import { type Example, salesStages, table } from '../example.ts'

export default {
  story:
    'For February Ann submitted 8,000 and then 9,000; her quarter of forecasts is 5,000 + 9,000. Bob submitted nothing. Cas’ team has a forecast by its lead, of 7,000, which replaces the 4,000 of Cas. The period that starts in April is left out.',
  today: '2024-02-20',
  question: { range: '2024-01-01..2024-03-31', by: 'team' },
  given: {
    team: table`
      id    | name
      north | North
      south | South
    `,
    owner: table`
      id  | name | active | main_team_id
      ann | Ann  | true   | north
      bob | Bob  | true   | north
      cas | Cas  | true   | south
      dee | Dee  | true   |
    `,
    stage: salesStages,
    goal: table`
      id | owner_id | team_id | starts_on  | ends_on    | amount
      1  | ann      |         | 2024-01-01 | 2024-03-31 | 15000
      2  |          | south   | 2024-01-01 | 2024-01-31 | 6000
      3  |          | south   | 2024-03-01 | 2024-04-30 | 6100
    `,
    forecast_submission: table`
      id | owner_id | team_id | period_starts_on | period_ends_on | amount | submitted_at         | submitted_by_id
      1  | ann      |         | 2024-01-01       | 2024-01-31     | 5000   | 2024-01-03T09:00:00Z | ann
      2  | ann      |         | 2024-02-01       | 2024-02-29     | 8000   | 2024-02-01T09:00:00Z | ann
      3  | ann      |         | 2024-02-01       | 2024-02-29     | 9000   | 2024-02-12T09:00:00Z | ann
      4  | cas      |         | 2024-01-01       | 2024-01-31     | 4000   | 2024-01-05T09:00:00Z | cas
      5  |          | south   | 2024-01-01       | 2024-01-31     | 7000   | 2024-01-04T09:00:00Z | dee
      6  | ann      |         | 2024-04-01       | 2024-04-30     | 3000   | 2024-02-12T09:00:00Z | ann
    `,
    deal: table`
      id | name    | owner_id | stage_id    | amount_in_currency | closed_at
      1  | Alder   | ann      | won         | 4000               | 2024-01-31
      2  | Birch   | ann      | contract    | 5000               | 2024-03-31
      3  | Cedar   | bob      | appointment | 1000               | 2024-02-29
      4  | Dogwood | bob      | lost        | 3000               | 2024-02-01
      5  | Elm     | cas      | won         | 2000               | 2024-04-01
    `,
  },
  expected: table`
    team    | submitted | goal  | gap   | won  | weighted
    North   | 14000     | 15000 | 1000  | 4000 | 4200
    South   | 7000      | 9100  | 2100  | 0    | 0
    Total   | 21000     | 24100 | 3100  | 4000 | 4200
  `,
} satisfies Example

import { type Example, table } from '../example.ts'

export const leads = {
  story:
    'Ann’s first lead became a deal two days after her first call; the second was reached and dropped. Bob’s lead has a deal that is older than itself, which is no conversion, and his other lead waits. The last lead was made a second after the range.',
  today: '2024-04-20',
  question: { range: '2024-03-01..2024-03-31', by: 'owner' },
  given: {
    owner: table`
      id  | name | active
      ann | Ann  | true
      bob | Bob  | true
    `,
    deal: table`
      id | name | created_at
      1  | One  | 2024-03-04T10:00:00Z
      2  | Two  | 2024-02-01T09:00:00Z
    `,
    lead: table`
      id | name  | owner_id | stage        | created_at           | first_outreach_at    | deal_id
      1  | One   | ann      | QUALIFIED    | 2024-03-01T10:00:00Z | 2024-03-02T10:00:00Z | 1
      2  | Two   | ann      | DISQUALIFIED | 2024-03-05T10:00:00Z | 2024-03-05T12:00:00Z |
      3  | Three | bob      | CONNECTED    | 2024-03-10T10:00:00Z | 2024-03-09T10:00:00Z | 2
      4  | Four  | bob      | NEW          | 2024-03-31T21:59:59Z |                      |
      5  | Five  | bob      | NEW          | 2024-03-31T22:00:00Z |                      |
    `,
  },
  expected: table`
    owner | leads | contacted | converted | conversion_rate | to_first_contact | to_deal
    Ann   | 2     | 2         | 1         | 50              | 46800000         | 172800000
    Bob   | 2     | 1         | 0         | 0               |                  |
    Total | 4     | 3         | 1         | 25              | 46800000         | 172800000
  `,
} satisfies Example

/** Five contacts and the days of January on which they entered their stages. */
const fiveContacts = {
  contact: table`
    id | name | created_at
    a  | A    | 2024-01-01T09:00:00Z
    b  | B    | 2024-01-01T09:00:00Z
    c  | C    | 2024-01-01T09:00:00Z
    d  | D    | 2024-01-01T09:00:00Z
    e  | E    | 2024-01-01T09:00:00Z
  `,
  property_change: table`
    id | entity  | record_id | property        | value                  | changed_at
    a1 | contact | a         | lifecycle_stage | lead                   | 2024-01-01T09:00:00Z
    a2 | contact | a         | lifecycle_stage | marketingqualifiedlead | 2024-01-03T09:00:00Z
    a3 | contact | a         | lifecycle_stage | salesqualifiedlead     | 2024-01-10T09:00:00Z
    a4 | contact | a         | lifecycle_stage | customer               | 2024-02-01T09:00:00Z
    b1 | contact | b         | lifecycle_stage | lead                   | 2024-01-02T09:00:00Z
    b2 | contact | b         | lifecycle_stage | salesqualifiedlead     | 2024-01-06T09:00:00Z
    b3 | contact | b         | lifecycle_stage | customer               | 2024-01-12T09:00:00Z
    c1 | contact | c         | lifecycle_stage | lead                   | 2024-01-04T09:00:00Z
    c2 | contact | c         | lifecycle_stage | marketingqualifiedlead | 2024-01-06T09:00:00Z
    d1 | contact | d         | lifecycle_stage | marketingqualifiedlead | 2024-01-02T09:00:00Z
    d2 | contact | d         | lifecycle_stage | salesqualifiedlead     | 2024-01-07T09:00:00Z
    e1 | contact | e         | lifecycle_stage | lead                   | 2024-01-05T09:00:00Z
    e2 | contact | e         | lifecycle_stage | salesqualifiedlead     | 2024-01-08T09:00:00Z
    e3 | contact | e         | lifecycle_stage | marketingqualifiedlead | 2024-01-09T09:00:00Z
    e4 | contact | e         | lifecycle_stage | customer               | 2024-01-20T09:00:00Z
  `,
}

const journeyWith = (stages: string) => ({
  today: '2024-02-10',
  question: { range: '2024-01-01..2024-01-31', settings: { stages } },
  given: fiveContacts,
})

export const journey = {
  ...journeyWith('lead,marketingqualifiedlead,salesqualifiedlead,customer'),
  story:
    'Every step is required. B skips the second and stops; E was sales qualified before it was marketing qualified and never again, and stops there. D was never a lead and is not in the journey. A became a customer after the range, which counts.',
  expected: table`
    step                    | contacts | from_before        | cumulative | time_to_step
    Lead                    | 4        |                    | 100        |
    Marketing qualified lead| 3        | 75                 | 75         | 230400000
    Sales qualified lead    | 1        | 33.333333333333336 | 25         | 604800000
    Customer                | 1        | 100                | 25         | 1900800000
  `,
} satisfies Example

export const journeyWithOptional = {
  ...journeyWith('lead,marketingqualifiedlead?,salesqualifiedlead,customer'),
  story: 'The same contacts with the second step optional: B and E go on to sales qualified and to customer.',
  expected: table`
    step                    | contacts | from_before | cumulative | time_to_step
    Lead                    | 4        |             | 100        |
    Marketing qualified lead| 3        | 75          | 75         | 230400000
    Sales qualified lead    | 3        | 75          | 75         | 460800000
    Customer                | 3        | 100         | 75         | 1152000000
  `,
} satisfies Example

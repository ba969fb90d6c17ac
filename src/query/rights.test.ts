import { describe, expect, it } from 'vitest'
import { contact, deal, goal, stage } from '../model/index.ts'
import { allOf, restrict } from './index.ts'
import { allGrants, rightsOf, type Sight, seenRows, seesAll, seesOf, whoseOf } from './rights.ts'

const ann: Sight = { owners: ['ann'], teams: ['south'], unowned: false }
const each = { company: ann, lead: ann, activity: ann, conversation: ann, goal: ann, forecast_submission: ann } as const
const own = rightsOf({ sees: { ...each, deal: ann, contact: 'nothing' }, may: ['export'] })

describe('rights', () => {
  it('leave the question of who sees everything as it is', () => {
    const query = allOf('deal')
    expect(restrict(rightsOf(allGrants), deal)(query)).toBe(query)
  })

  it('are of an object each, and names are seen by everybody', () => {
    expect([deal, contact, stage].map(own.sees)).toEqual([ann, 'nothing', 'everything'])
  })

  it('say what may be done', () => {
    expect([own.may('export'), own.may('import'), rightsOf(allGrants).may('import')]).toEqual([true, false, true])
  })

  it('have one key when they are equal', () => {
    expect(rightsOf({ sees: ann, may: [] }).key).toBe(rightsOf({ sees: { ...ann }, may: [] }).key)
    expect(rightsOf({ sees: ann, may: [] }).key).not.toBe(own.key)
  })

  it('show raw history to nobody, and of lines of several objects a part where one of these is not seen', () => {
    const all = rightsOf(allGrants)
    expect(all.sees({ rights: 'none' })).toBe('nothing')
    const everything = { ...each, deal: 'everything', goal: 'everything', forecast_submission: 'nothing' } as const
    const lines = { ...deal, rightsBy: { column: 'kind', of: { GOAL: 'goal' } } } as const
    const goals = rightsOf({ sees: { ...everything, contact: ann }, may: [] })
    const noGoals = rightsOf({ sees: { ...everything, contact: ann, goal: 'nothing' }, may: [] })
    expect([seesAll(goals, lines), seesAll(noGoals, lines)]).toEqual([true, false])
  })

  it('keep nothing of an object that is not seen', () => {
    expect(seenRows(own, contact)).toMatchObject({ op: 'literal', value: false })
  })

  it('find whose a goal is by its person and by both teams', () => {
    expect(whoseOf(goal).teams.map(({ path }) => path.join('.'))).toEqual(['team_id', 'owner.main_team_id'])
  })

  it.each([
    ['ann', ['north'], true],
    ['bob', ['north'], false],
    ['bob', ['south'], true],
    [null, ['south'], true],
    [null, [null], false],
  ] as const)('of %s and the teams %j is seen: %s', (owner, teams, seen) => {
    expect(seesOf(ann, owner, teams)).toBe(seen)
  })

  it('decide apart about what is nobody’s', () => {
    expect([
      seesOf({ ...ann, unowned: true }, null, []),
      seesOf('everything', null, []),
      seesOf('nothing', 'ann', []),
    ]).toEqual([true, true, false])
  })
})

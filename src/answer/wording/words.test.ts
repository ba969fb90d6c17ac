import { expect, it } from 'vitest'
import { sayIn } from '../../words/index.ts'
import { labelled } from './words.ts'

it.each([
  ['amount', 'Amount', 'Amount'],
  ['owner.team.name', 'Name', 'Owner team name'],
  ['owner.team', 'Team', 'Owner team'],
  ['deal.type', 'Deal type', 'Deal type'],
])('the field %s, called %s, reads %s', (path, label, read) => {
  expect(labelled(sayIn('en'), path, label)).toBe(read)
})

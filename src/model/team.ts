import { entity } from './entity.ts'
import { id, text } from './field.ts'

export const team = entity('team', {
  rights: 'setup',
  label: 'Team',
  plural: 'teams',
  doc: 'A group of owners. Teams nest: choosing one chooses those below it.',
  title: 'name',
  list: ['name'],
  fields: {
    name: text('Name'),
    parent_id: id('Parent team', { hidden: true }),
  },
})

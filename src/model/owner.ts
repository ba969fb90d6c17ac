import { entity, ref } from './entity.ts'
import { flag, id, text } from './field.ts'
import { team } from './team.ts'

export const owner = entity('owner', {
  rights: 'setup',
  label: 'Owner',
  plural: 'owners',
  doc: 'A person who works in the CRM. People who left stay, under their name.',
  title: 'name',
  list: ['name', 'email', 'team.name', 'active'],
  fields: {
    name: text('Name'),
    email: text('Email'),
    active: flag('Active'),
    main_team_id: id('Main team', { hidden: true }),
  },
  refs: { team: ref(team, 'main_team_id') },
})

import { describe, expectTypeOf, it } from 'vitest'
import { crm } from '../model/index.ts'
import { columns } from './columns.ts'
import type { Column } from './expr.ts'

const d = columns(crm.deal)

describe('columns', () => {
  it('know the kind of each field, also through references', () => {
    expectTypeOf(d.amount).toEqualTypeOf<Column<'money'>>()
    expectTypeOf(d.owner.team.name).toEqualTypeOf<Column<'text'>>()
  })

  it('do not compile with a name that the entity does not have', () => {
    // @ts-expect-error a deal has no such column
    d.amuont
    // @ts-expect-error a team refers to no owner
    d.owner.team.owner
  })
})

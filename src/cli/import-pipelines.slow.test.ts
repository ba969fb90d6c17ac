import { expect, it } from 'vitest'
import { afterImports } from './imports.fixture.ts'

const files = {
  'pipelines.csv': 'Pipeline ID,Label,Object\ndefault,Sales,Deals\nhelp,Sales,Tickets\n',
  'stages.csv': 'Pipeline,Stage,Probability,Object\nSales,New,20,deal\nSales,Won,100,deal\nSales,New,0,ticket\n',
  'deals.csv': 'Deal ID,Deal name,Pipeline,Stage,Amount,Create date\n1,Alder,Sales,New,100,2024-01-02\n',
  'later.csv': 'Deal ID,Deal name,Pipeline,Stage,Amount,Create date\n2,Birch,Sales,New,200,2024-02-02\n',
}

const held = `SELECT p.id, p.label, p.object, s.label FROM pipeline p LEFT JOIN stage s ON s.pipeline_id = p.id ORDER BY p.id, s.display_order`

it('Lists of pipelines and stages say whom they are for, and deals go to those of deals, also later', () =>
  afterImports(
    files,
    [
      ['2024-01-03', 'pipelines.csv', 'stages.csv', 'deals.csv'],
      ['2024-02-03', 'later.csv'],
    ],
    async ({ rows }) => {
      expect(await rows(held)).toEqual([
        ['default', 'Sales', 'deal', 'New'],
        ['default', 'Sales', 'deal', 'Won'],
        ['help', 'Sales', 'ticket', 'New'],
      ])
      expect(await rows('SELECT DISTINCT pipeline_id FROM deal')).toEqual([['default']])
    },
  ))

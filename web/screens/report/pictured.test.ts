import { expect, it } from 'vitest'
import type { shapes } from '../../../src/answer/index.ts'
import { answer } from '../../../src/draw/answer.fixture.ts'
import { chart } from '../../../src/draw/chart/chart.fixture.ts'
import { pictured } from './pictured.ts'

// Nothing else of the page is looked at.
const page = { defaults: { chart: 'funnel', by: 'stage' } } as shapes.ReportPage

it.each([
  ['its own steps as they follow from one another', 'funnel', 'stage', 'funnel'],
  ['owners side by side', 'funnel', 'owner', 'column'],
  ['steps of another kind side by side', 'waterfall', 'stage', 'column'],
  ['owners in any other picture as they are', 'bar', 'owner', 'bar'],
] as const)('draws %s', (_what, type, by, expected) => {
  const asked = answer({ question: { by }, chart: chart({ type }) })
  expect(pictured(asked, page).chart.type).toBe(expected)
})

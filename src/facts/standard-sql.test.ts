import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultAccount } from '../model/index.ts'
import { type Dialect, givenOf, loadFacts, type SettledQuestion, type Uses } from './index.ts'

/** Each word of the dialect as a word that no engine has, around what it is given. */
const word =
  (name: string) =>
  (...args: readonly unknown[]) =>
    `dialect_${name}(${args.map((arg) => (typeof arg === 'number' ? `${arg}` : `${arg}`)).join(', ')})`
const dialect: Dialect = {
  name: 'none',
  quote: (name) => `"${name}"`,
  literal: (text) => `'${text}'`,
  parameter: (index) => `:${index}`,
  none: (kind) => `dialect_none('${kind}')`,
  contains: word('contains'),
  text: word('text'),
  moneyText: word('money_text'),
  read: word('read'),
  real: word('real'),
  integer: word('integer'),
  exact: word('exact'),
  smaller: word('smaller'),
  larger: word('larger'),
  millisecondsBetween: word('milliseconds_between'),
  daysBetween: word('days_between'),
  later: word('later'),
  earliest: word('earliest'),
  latest: word('latest'),
  localDay: word('local_day'),
  startOfDay: word('start_of_day'),
  median: word('median'),
  percentile: word('percentile'),
  any: word('any'),
  first: word('first'),
  lastKnown: word('last_known'),
  lines: word('lines'),
}

/** Questions of all shapes: what is chosen, and what is left open. */
type Chosen = Pick<SettledQuestion, 'along' | 'pipeline' | 'settings'> & { readonly moments: readonly string[] }

const chosen: readonly Chosen[] = [
  { along: null, pipeline: null, moments: [], settings: {} },
  {
    along: 'monthly',
    pipeline: null,
    moments: ['2024-01-01', '2024-01-02'],
    settings: { method: 'span', time: 'span', moves: 'later', date: 'closed', known: 'today', stages: 'a,b' },
  },
  { along: null, pipeline: 'p', moments: ['2024-01-01'], settings: { known: 'then', stages: 'lead,customer?' } },
  { along: null, pipeline: null, moments: Array.from({ length: 40 }, (_, at) => `2024-${at}`), settings: {} },
]

const questions = chosen.map(
  ({ moments, ...question }): SettledQuestion => ({
    ...question,
    range: { from: '2024-01-01', until: '2024-02-01' },
    now: '2024-02-01T00:00:00Z',
    moments: () => moments,
    daysOf: () => ({ from: '2024-01-01', until: '2024-02-01' }),
    instantsOf: () => ({ from: '2024-01-01T00:00:00Z', until: '2024-02-01T00:00:00Z' }),
  }),
)

const ofColumns: readonly Uses[] = [() => true, (column) => column === 'id', (column) => column.endsWith('_category')]

const { stored, views, asked } = await loadFacts()

const written: readonly (readonly [string, string])[] = [
  ...stored.map(
    ({ name, rows }) =>
      [name, rows((column) => `${column} = 1`, { dialect, account: defaultAccount, history: 'history' })] as const,
  ),
  ...ofColumns.flatMap((uses) => [
    ...views.map(({ name, view }) => [name, view(uses, dialect)] as const),
    ...asked.flatMap((fact) =>
      questions.map(
        (question) => [fact.name, fact.asked(givenOf(fact, question), (value) => `:${value}`, uses, dialect)] as const,
      ),
    ),
  ]),
]

/** What a bracket may follow in SQL:2016 as engines have it: functions, and words of the language. */
const standard = new Set(
  `count sum min max avg coalesce nullif upper lower trim substring floor power
  row_number lag lead over filter partition
  as in and or not on by from join where exists select then when else case values using having union`.split(/\s+/),
)

/** Places where engines part company that are no functions. */
const strange =
  /\b(GROUP BY ALL|ORDER BY ALL|QUALIFY|ASOF|EXCLUDE|INTERVAL|TIMESTAMP|DATE '|IGNORE NULLS|ILIKE|CAST|TRY_CAST|PIVOT|UNNEST)\b|::|\/\/|\barg_m/i

const withoutTexts = (sql: string) => sql.replace(/'[^']*'/g, "''")

describe('A fact', () => {
  it('uses no function that is neither standard nor of the dialect', () => {
    const found = written.flatMap(([name, sql]) =>
      [...withoutTexts(sql).matchAll(/\b([a-z_]\w*)\s*\(/gi)]
        .map(([, fn = '']) => fn.toLowerCase())
        .filter((fn) => !standard.has(fn) && !fn.startsWith('dialect_') && !isNamed(sql, fn))
        .map((fn) => `${name}: ${fn}`),
    )
    expect([...new Set(found)]).toEqual([])
  })

  it('uses no form of SQL that only some engines know', () => {
    expect(written.flatMap(([name, sql]) => strange.exec(withoutTexts(sql))?.[0]?.concat(` in ${name}`) ?? [])).toEqual(
      [],
    )
  })

  it('names no engine, nor does a report or a query', () => {
    const folder = join(import.meta.dirname, '..')
    const files = globSync(['facts/**/*.ts', 'reports/**/*.ts', 'query/**/*.ts', 'metrics/**/*.ts'], { cwd: folder })
    const named = files
      .filter((file) => !file.includes('.test.'))
      .filter((file) => /duckdb|clickhouse|chdb/i.test(readFileSync(join(folder, file), 'utf8')))
    expect(named).toEqual([])
  })
})

/** A relation of its own that takes columns: `scope (a, b) AS`. */
const isNamed = (sql: string, name: string) => new RegExp(`\\b${name}\\s+AS\\s+\\(`, 'i').test(sql)

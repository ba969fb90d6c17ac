import { Popover, UnstyledButton } from '@mantine/core'
import type { Cell } from '../../../src/answer/question/question.ts'
import type { Answer, AnswerRow, ChartData } from '../../../src/answer/shapes.ts'
import { type Aside, type Figures, otherKey, type Point } from '../../../src/draw/index.ts'
import { drawnWords, useWords } from '../../words/index.ts'
import styles from './chart.module.css'

/** The groups that one mark joins, each with its own figure. */
export interface Joined {
  readonly at: readonly [x: number, y: number]
  readonly groups: readonly { readonly label: string; readonly value: number | null; readonly cell: Cell }[]
  readonly kind: ChartData['kind']
}

/** `other` stands for many cells, so that it opens into their list first. */
export function joinedAt(answer: Answer, chart: ChartData, point: Point, at: Joined['at']): Joined | null {
  const series = chart.series[point.series]
  if (!series) return null
  const groups = answer.rows
    .filter((row) => isJoined(row, chart, point))
    .map((row) => ({
      label: nameOf(row, chart),
      value: row.values[series.measure] ?? null,
      cell: cellOf(row, series.measure),
    }))
  return groups.length === 0 ? null : { at, groups, kind: chart.kind }
}

/** The groups of a series, each over all periods. */
export function joinedOver(
  answer: Answer,
  chart: ChartData,
  { joins, figures }: Aside,
  at: Joined['at'],
): Joined | null {
  const { across, kind } = chart
  const measure = figures[0]?.cell.measure
  if (!joins || measure === undefined || (across !== 'by' && across !== 'breakdown')) return null
  const groups = answer.margins
    .filter((row) => row.period === null && joins.includes(row[across]?.key ?? null))
    .map((row) => ({ label: nameOf(row, chart), value: row.values[measure] ?? null, cell: cellOf(row, measure) }))
  return { at, groups, kind }
}

function isJoined(row: AnswerRow, chart: ChartData, { series, index }: Point): boolean {
  const category = chart.categories[index]
  if (category?.key === otherKey) return chart.categories.every(({ key }) => row.by?.key !== key)
  if (row[chart.along]?.key !== category?.key || chart.across === 'none' || chart.across === 'measure') return false
  const key = row[chart.across]?.key
  return key !== undefined && (chart.series[series]?.joins ?? []).includes(key)
}

const nameOf = (row: AnswerRow, chart: ChartData): string =>
  (chart.across === 'by' || chart.across === 'breakdown' ? row[chart.across] : row.by)?.label ?? ''

const cellOf = (row: AnswerRow, measure: string): Cell => ({
  measure,
  ...(row.by ? { by: row.by.key } : {}),
  ...(row.breakdown ? { breakdown: row.breakdown.key } : {}),
  ...(row.period ? { period: row.period.key } : {}),
})

interface Props {
  readonly joined: Joined | null
  readonly figures: Figures
  readonly onOpen: (cell: Cell) => void
  readonly onClose: () => void
}

const none: Joined = { at: [0, 0], groups: [], kind: 'number' }

export function JoinedGroups({ joined, figures, onOpen, onClose }: Props) {
  const t = useWords()
  const {
    at: [left, top],
    groups,
    kind,
  } = joined ?? none
  return (
    // It stays while it is closed: only then it knows where the focus was before.
    <Popover
      opened={joined !== null}
      transitionProps={{ duration: 0 }}
      onChange={(opened) => !opened && onClose()}
      withRoles={false}
      trapFocus
      returnFocus
      withArrow={false}
      position="bottom"
    >
      <Popover.Target>
        <span className={styles.spot} style={{ left, top }} />
      </Popover.Target>
      <Popover.Dropdown className={styles.joined} role="dialog" aria-label={drawnWords('other')}>
        <p className={styles.joinedTitle}>{t('answer.chart.joined', { count: groups.length })}</p>
        {groups.map(({ label, value, cell }) => (
          <UnstyledButton key={JSON.stringify(cell)} className={styles.joinedGroup} onClick={() => onOpen(cell)}>
            <span className={styles.joinedName}>{label}</span>
            <span>{figures.exact(value, kind)}</span>
          </UnstyledButton>
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}

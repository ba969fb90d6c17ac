import { type Asking, loadedRows } from '../../answer/index.ts'
import type { EditStep } from '../../errors/index.ts'
import { goal } from '../../model/index.ts'
import { always, type Condition, eq, idColumn, seenRows } from '../../query/index.ts'
import type { Aim, Documents } from '../documents/documents.ts'
import { earlierGoals } from './earlier-goals.ts'
import { goalColumns, goalKind, goalOfRow } from './goal-kind.ts'
import { holderOf, holderPaths, mostListed } from './holder.ts'
import type { Goal, GoalChange, GoalTerms } from './shapes.ts'

/** Goals as reports count them: those that were set here, and those that were imported. */
export class Goals {
  readonly #documents: Documents

  constructor(documents: Documents) {
    this.#documents = documents
  }

  /** Takes over what an older Plumbline noted of them. */
  async adopt(asking: Asking): Promise<void> {
    await this.#documents.adopt(goalKind, await earlierGoals(asking))
  }

  list(asking: Asking): Promise<readonly Goal[]> {
    return this.#where(asking, always)
  }

  async find(asking: Asking, id: string): Promise<Goal | null> {
    const [goal = null] = await this.#where(asking, eq(idColumn('id'), id))
    return goal
  }

  async put(asking: Asking, aim: Aim, terms: GoalTerms): Promise<void> {
    await this.#documents.put(goalKind, asking, aim, { ...terms, metric: 'REVENUE' })
  }

  /** The goal as it was. */
  async remove(asking: Asking, aim: Aim): Promise<Goal> {
    const goal = await this.find(asking, aim.id)
    const { revision } = await this.#documents.remove(goalKind, asking, aim)
    if (!goal) throw goalKind.unknown(aim.id)
    return { ...goal, revision }
  }

  async restore(asking: Asking, aim: Aim): Promise<void> {
    await this.#documents.restore(goalKind, asking, aim)
  }

  /** What became of a goal, the newest first; when a file changed it, nobody knows. */
  async history(asking: Asking, id: string): Promise<readonly GoalChange[]> {
    const steps = await this.#documents.history(goalKind, asking, id)
    return steps.flatMap((step) => (step.at === null ? [] : linesOf(step, step.at)))
  }

  async #where(asking: Asking, wanted: Condition): Promise<readonly Goal[]> {
    const paths = [...holderPaths, 'name', 'metric', 'starts_on', 'ends_on']
    const where = [seenRows(asking.viewer.rights, goal), wanted]
    const rows = await loadedRows(asking, { from: 'goal', paths, where, newest: 'starts_on', most: mostListed })
    return rows.map((row) => {
      const content = goalOfRow(row)
      const { name, metric, startsOn, endsOn } = content
      const revision = this.#documents.revisionOf(goalKind, asking, String(row.id), content)
      return { ...holderOf(row), name, metric, revision, startsOn, endsOn }
    })
  }
}

const linesOf = ({ revision, by, did, changes }: EditStep, at: string): readonly GoalChange[] =>
  did === 'deleted'
    ? [{ revision, at, by, field: 'removed', label: 'Removed', from: null, value: 'true' }]
    : changes.map(({ field, from, to }) => {
        const label = goalKind.label(field)
        return { revision, at, by, field: columnOf(field), label, from: textOf(from), value: textOf(to) }
      })

/** As the model calls the part. */
const columnOf = (part: string): string => goalColumns[part as keyof typeof goalColumns]

const textOf = (value: unknown): string | null => (value === null ? null : String(value))

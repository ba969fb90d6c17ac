import { z } from 'zod'
import { type Goal, goalHistory, goalList, goalOf, goalShapes } from '../../answer/index.ts'
import type { DataFolder } from '../../data-folder.ts'
import { Refusal } from '../../errors/index.ts'
import { putGoal, removeGoal } from '../../store/index.ts'
import type { AskingOf } from '../asking.ts'
import { loadKept } from '../load-kept.ts'
import type { App } from '../serving.ts'
import { problemResponses } from './problem-responses.ts'

const goals = '/api/goals'
const goalPath = z.strictObject({ id: goalShapes.goalId })
const goalAnswers = z.array(goalShapes.goal).readonly()

export function goalRoutes(app: App, data: DataFolder, askingOf: AskingOf): void {
  readRoutes(app, askingOf)
  putRoute(app, data, askingOf)
  removeRoute(app, data, askingOf)
}

function readRoutes(app: App, askingOf: AskingOf): void {
  const list = { summary: 'All goals, the latest first', response: { 200: goalAnswers, ...problemResponses } }
  app.get(goals, { schema: list }, (request, reply) => goalList(askingOf(request, reply)))
  const history = {
    summary: 'What was changed in a goal, the latest first',
    params: goalPath,
    response: { 200: z.array(goalShapes.goalChange).readonly(), ...problemResponses },
  }
  app.get(`${goals}/:id/history`, { schema: history }, (request, reply) =>
    goalHistory(askingOf(request, reply), request.params.id),
  )
}

function putRoute(app: App, data: DataFolder, askingOf: AskingOf): void {
  const schema = {
    summary: 'Makes a goal or changes it',
    params: goalPath,
    body: goalShapes.goalTerms,
    response: { 200: goalShapes.goal, ...problemResponses },
  }
  app.put(`${goals}/:id`, { schema, config: { writes: 'goal put' } }, async (request, reply) => {
    const asking = askingOf(request, reply)
    await putGoal({ landing: data.landing, asking }, request.params.id, request.body)
    await loadKept(data)
    return kept(await goalOf(asking, request.params.id), request.params.id)
  })
}

/** Somebody else may have removed it meanwhile. */
function kept(goal: Goal | null, id: string): Goal {
  if (!goal) throw new Refusal('goal-unknown', { id })
  return goal
}

function removeRoute(app: App, data: DataFolder, askingOf: AskingOf): void {
  const schema = {
    summary: 'Removes a goal, which is the answer; its history stays',
    params: goalPath,
    response: { 200: goalShapes.goal, ...problemResponses },
  }
  app.delete(`${goals}/:id`, { schema, config: { writes: 'goal removed' } }, async (request, reply) => {
    const asking = askingOf(request, reply)
    const removed = await removeGoal({ landing: data.landing, asking }, request.params.id)
    await loadKept(data)
    return removed
  })
}

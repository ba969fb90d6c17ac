import { z } from 'zod'
import { type Asking, localViewer } from '../../answer/index.ts'
import type { DataFolder } from '../../data-folder.ts'
import type { Effects } from '../../effects.ts'
import { Refusal } from '../../errors/index.ts'
import { type Aim, type Documents, type Goal, Goals, goalShapes } from '../../store/index.ts'
import type { AskingOf } from '../asking.ts'
import { loadKept } from '../load-kept.ts'
import type { App, Serving } from '../serving.ts'
import { problemResponses } from './problem-responses.ts'

const address = '/api/goals'
const goalPath = z.strictObject({ id: goalShapes.goalId })
const response = { 200: goalShapes.goal, ...problemResponses }

export function goalRoutes(app: App, { data, effects }: Serving, documents: Documents, askingOf: AskingOf): void {
  const goals = new Goals(documents)
  app.addHook('onReady', () => adoptEarlier(goals, data, effects))
  readRoutes(app, goals, askingOf)
  putRoute(app, goals, data, askingOf)
  removeRoute(app, goals, data, askingOf)
  restoreRoute(app, goals, data, askingOf)
}

/** What an older Plumbline noted becomes documents when its folder is first served; when that cannot be, by the next start. */
async function adoptEarlier(goals: Goals, { warehouse, access }: DataFolder, { now, log }: Effects): Promise<void> {
  if (access === 'read') return
  try {
    await goals.adopt({ warehouse, moment: warehouse.moment(), now, viewer: localViewer })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    log('goals not taken over', { why: error.message })
  }
}

function readRoutes(app: App, goals: Goals, askingOf: AskingOf): void {
  const list = {
    summary: 'All goals, the latest first',
    response: { 200: z.array(goalShapes.goal).readonly(), ...problemResponses },
  }
  app.get(address, { schema: list }, (request, reply) => goals.list(askingOf(request, reply)))
  const history = {
    summary: 'What was changed in a goal, the latest first',
    params: goalPath,
    response: { 200: z.array(goalShapes.goalChange).readonly(), ...problemResponses },
  }
  app.get(`${address}/:id/history`, { schema: history }, (request, reply) =>
    goals.history(askingOf(request, reply), request.params.id),
  )
}

const aimOf = ({ id }: { id: string }, { revision }: { revision?: number | undefined }): Aim => ({
  id,
  revision: revision ?? null,
})

function putRoute(app: App, goals: Goals, data: DataFolder, askingOf: AskingOf): void {
  const schema = {
    summary: 'Makes a goal or changes it',
    params: goalPath,
    querystring: goalShapes.seenRevision,
    body: goalShapes.goalTerms,
    response,
  }
  app.put(`${address}/:id`, { schema, config: { writes: 'goal put' } }, async (request, reply) => {
    const asking = askingOf(request, reply)
    await goals.put(asking, aimOf(request.params, request.query), request.body)
    return loaded(goals, data, asking, request.params.id)
  })
}

/** A goal as it is loaded now. Somebody else may have removed it meanwhile. */
async function loaded(goals: Goals, data: DataFolder, asking: Asking, id: string): Promise<Goal> {
  await loadKept(data)
  const goal = await goals.find(asking, id)
  if (!goal) throw new Refusal('goal-unknown', { id })
  return goal
}

function removeRoute(app: App, goals: Goals, data: DataFolder, askingOf: AskingOf): void {
  const schema = {
    summary: 'Removes a goal, which is the answer; its history stays, and it can be restored',
    params: goalPath,
    querystring: goalShapes.seenRevision,
    response,
  }
  app.delete(`${address}/:id`, { schema, config: { writes: 'goal removed' } }, async (request, reply) => {
    const removed = await goals.remove(askingOf(request, reply), aimOf(request.params, request.query))
    await loadKept(data)
    return removed
  })
}

function restoreRoute(app: App, goals: Goals, data: DataFolder, askingOf: AskingOf): void {
  const schema = {
    summary: 'Makes a removed goal what it was last',
    params: goalPath,
    querystring: goalShapes.seenRevision,
    response,
  }
  app.post(`${address}/:id/restoration`, { schema, config: { writes: 'goal restored' } }, async (request, reply) => {
    const asking = askingOf(request, reply)
    await goals.restore(asking, aimOf(request.params, request.query))
    return loaded(goals, data, asking, request.params.id)
  })
}

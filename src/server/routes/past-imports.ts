import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { DataFolder } from '../../data-folder.ts'
import { importsIn } from '../../sources/csv/index.ts'
import type { Turning } from '../../taking-back.ts'
import type { Language } from '../../words/index.ts'
import { type PastImports, pastImportsShape } from '../imports/past-imports-shape.ts'
import type { ImportTurns, TurningState } from '../imports/turning.ts'
import { languageOf } from '../language.ts'
import type { App } from '../serving.ts'
import { failedIn } from '../told.ts'
import { problemResponses } from './problem-responses.ts'

const response = { 200: pastImportsShape, ...problemResponses }
const params = z.strictObject({
  number: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31),
})

/** What was imported so far, and taking it back. */
export function pastImportRoutes(app: App, { landing }: DataFolder, turns: ImportTurns): void {
  const shape = async (request: FastifyRequest): Promise<PastImports> => ({
    turning: turningIn(languageOf(request), await turns.awaited()),
    imports: importsIn(landing.batches()).map(({ files, rows, ...rest }) => ({
      ...rest,
      files: [...files],
      rows: [...rows],
    })),
  })
  const list = 'All imports of files, the newest first, and what is being taken back just now'
  app.get('/api/imports', { schema: { summary: list, response } }, shape)
  const route = (turning: Turning, summary: string) =>
    app.post(
      `/api/imports/past/:number/${turning}`,
      { schema: { summary, params, response }, config: { writes: `import ${turning}` } },
      async (request) => {
        turns.begin(request.params.number, turning)
        return shape(request)
      },
    )
  route('undo', 'Begins to take an import back: every figure becomes what it is without it; nothing is deleted')
  route('redo', 'Begins to let an import count again that was taken back')
}

const turningIn = (language: Language, state: TurningState) =>
  state.is === 'failed' ? { ...state, failed: failedIn(language, state.failed) } : state

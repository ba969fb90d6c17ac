import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ended, launch, temporaryFolder } from '../cli/plumbline.ts'
import { addressOf } from '../cli/serving.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the server with the sample company is. */
    readonly url: string
  }
}

/** One server over one small company, for all browser tests; or the one that PLUMBLINE_URL names. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env.PLUMBLINE_URL
  if (named) return already(project, named)
  const folder = await temporaryFolder()
  const server = launch('demo', '--scale', '0.2', '--port', '0', '--no-open', '--data', join(folder.path, 'data'))
  const end = ended(server)
  project.provide('url', await addressOf(server))
  return async () => {
    server.kill('SIGTERM')
    await end
    await folder[Symbol.asyncDispose]()
  }
}

async function already(project: TestProject, url: string): Promise<() => Promise<void>> {
  project.provide('url', url)
  return async () => {}
}

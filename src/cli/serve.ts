import { resolve } from 'node:path'
import { compactingNowAndThen } from '../compaction.ts'
import { type DataFolder, openDataFolder, readDataFolder } from '../data-folder.ts'
import type { Effects } from '../effects.ts'
import { Refusal } from '../errors/index.ts'
import { divided } from '../memory-budget.ts'
import {
  type App,
  createMetrics,
  createMetricsServer,
  createServer,
  listen,
  readOnlyNotice,
  untilStopped,
} from '../server/index.ts'
import { openBrowser } from './browser.ts'
import { namesOf, warningOf } from './exposure.ts'
import { effectsOf } from './log.ts'
import { listenOn } from './options/listen-on.ts'
import type { ServerSettings } from './server-settings.ts'
import { buildWeb, webFolder } from './web-build.ts'

const compactEveryMs = 60_000

interface Occasion {
  readonly open: boolean
  /** What must be in the folder before it is served. */
  readonly prepare?: (folder: DataFolder) => Promise<void>
}

/** Opens the data, brings it up to date, serves it, and ends when it is told to. */
export async function serve(settings: ServerSettings, { open, prepare }: Occasion): Promise<void> {
  const folder = resolve(settings.data)
  const effects = effectsOf(folder)
  const options = settings.memory === undefined ? {} : { memory: divided(settings.memory) }
  const opened = await openAsAllowed(folder, effects, options)
  await closingOnFailure(opened, async () => {
    await buildWeb()
    await prepare?.(opened)
    await upToDate(opened)
    const endCompacting = opened.access === 'write' ? compactingNowAndThen(opened, effects, compactEveryMs) : null
    const app = await opening(settings, servingOf(settings, opened, effects), endCompacting)
    if (open) openBrowser(app.listeningOrigin)
    await untilStopped(app)
  })
}

const servingOf = (
  { host, name, trustedProxy, metricsAddress }: ServerSettings,
  data: DataFolder,
  effects: Effects,
) => ({
  data,
  effects,
  webFolder,
  hosts: [...name, ...namesOf(host), ...(metricsAddress ? namesOf(metricsAddress.host) : [])],
  trustedProxies: trustedProxy,
  metrics: createMetrics(data.gauges),
  showsMetrics: metricsAddress === undefined,
})

async function opening(
  settings: ServerSettings,
  serving: ReturnType<typeof servingOf>,
  endCompacting: (() => Promise<void>) | null,
): Promise<App> {
  const app = createServer(serving)
  // Before the folder is closed.
  if (endCompacting) app.addHook('preClose', endCompacting)
  if (settings.metricsAddress) {
    const apart = createMetricsServer(serving, serving.metrics)
    app.addHook('onClose', () => apart.close())
    console.log(`Metrics are at ${await listen(apart, settings.metricsAddress)}/metrics`)
  }
  const address = await listenOn(app, settings, settings.host)
  const warning = warningOf(settings.host)
  if (warning) console.error(warning)
  console.log(`Plumbline is at ${address}  (Ctrl-C ends it)`)
  return app
}

type Options = Parameters<typeof openDataFolder>[2]

/** Where nothing can be written, what is there is served all the same. */
async function openAsAllowed(folder: string, effects: Effects, options: Options): Promise<DataFolder> {
  try {
    return await openDataFolder(folder, effects, options)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'folder-read-only') throw error
    console.error(readOnlyNotice(folder))
    return readDataFolder(folder, effects, options)
  }
}

/** A server that listens closes its folder itself; before that, nobody else would. */
async function closingOnFailure(folder: DataFolder, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    await folder.close()
    throw error
  }
}

/** What is loaded is served all the same. */
function tellWithoutRoom(error: unknown): void {
  if (!(error instanceof Refusal) || error.code !== 'disk-full') throw error
  console.error(error.message)
}

async function upToDate({ access, warehouse }: DataFolder): Promise<void> {
  const { pending, missing } = await warehouse.status()
  if (pending + missing.length > 0 && access === 'write') await warehouse.refresh().catch(tellWithoutRoom)
  const { records } = await warehouse.status()
  if (Object.values(records).some((count) => count > 0)) return
  console.error(
    "There are no records here yet: 'plumbline import csv FOLDER' brings yours, 'plumbline demo' makes some.",
  )
}

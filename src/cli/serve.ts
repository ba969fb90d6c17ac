import { resolve } from 'node:path'
import { type DataFolder, openDataFolder, readDataFolder } from '../data-folder.ts'
import type { Effects } from '../effects.ts'
import { Refusal } from '../errors/index.ts'
import { createServer, untilStopped } from '../server/index.ts'
import { openBrowser } from './browser.ts'
import type { DataChoice } from './data-option.ts'
import { effectsOf } from './log.ts'
import { listenOn, type PortChoice } from './port.ts'
import { buildWeb, webFolder } from './web-build.ts'

interface Service extends DataChoice, PortChoice {
  readonly host?: string
  readonly hosts?: readonly string[]
  readonly open: boolean
  /** What must be in the folder before it is served. */
  readonly prepare?: (folder: DataFolder) => Promise<void>
}

/** Opens the data, brings it up to date, serves it, and ends when it is told to. */
export async function serve({ data, prepare, host = '127.0.0.1', hosts, port, open }: Service): Promise<void> {
  const folder = resolve(data)
  const effects = effectsOf(folder)
  const opened = await openAsAllowed(folder, effects)
  await closingOnFailure(opened, async () => {
    await buildWeb()
    await prepare?.(opened)
    await upToDate(opened)
    const app = createServer({ data: opened, effects, webFolder, hosts })
    const address = await listenOn(app, { port }, host)
    console.log(`Plumbline is at ${address}  (Ctrl-C ends it)`)
    if (open) openBrowser(address)
    await untilStopped(app)
  })
}

/** Where nothing can be written, what is there is served all the same. */
async function openAsAllowed(folder: string, effects: Effects): Promise<DataFolder> {
  try {
    return await openDataFolder(folder, effects)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'folder-read-only') throw error
    console.error(`${folder} can only be read, so reports are served and nothing is changed.`)
    return readDataFolder(folder, effects)
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

async function upToDate({ access, warehouse }: DataFolder): Promise<void> {
  const { pending, missing } = await warehouse.status()
  if (pending + missing.length > 0 && access === 'write') await warehouse.refresh()
  const { records } = await warehouse.status()
  if (Object.values(records).some((count) => count > 0)) return
  console.error(
    "There are no records here yet: 'plumbline import csv FOLDER' brings yours, 'plumbline demo' makes some.",
  )
}

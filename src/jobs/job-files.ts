import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { settle } from '../landing/index.ts'
import { type Job, keptJob } from './job.ts'

const fileName = 'job.json'

const pathOf = (folder: string): string => join(folder, 'jobs')

export const folderOf = (folder: string, { id }: Pick<Job, 'id'>): string => join(pathOf(folder), id)

/** Every job of a data folder, the first first. Anyone may read: each file is whole at any time. */
export async function readJobs(folder: string): Promise<readonly Job[]> {
  const names = await readdir(pathOf(folder)).catch(ifThere)
  const jobs = await Promise.all(names.map((name) => jobIn(folder, name)))
  return jobs
    .flatMap((job) => job ?? [])
    .toSorted((one, other) => (`${one.begunAt} ${one.id}` < `${other.begunAt} ${other.id}` ? -1 : 1))
}

/** From when this is done, the job is as it says, also after a kill or a loss of power. */
export async function keepJob(folder: string, job: Job): Promise<void> {
  const path = join(folderOf(folder, job), fileName)
  await mkdir(folderOf(folder, job), { recursive: true })
  await writeFile(`${path}.part`, JSON.stringify(job))
  await settle(`${path}.part`, path)
}

/** All that it made, and not what became of it. */
export async function clearJob(folder: string, job: Job): Promise<void> {
  const names = await readdir(folderOf(folder, job)).catch(ifThere)
  for (const name of names)
    if (name !== fileName) await rm(join(folderOf(folder, job), name), { recursive: true, force: true })
}

export const removeJob = (folder: string, job: Job): Promise<void> =>
  rm(folderOf(folder, job), { recursive: true, force: true })

/** What is no job of ours is left alone. */
async function jobIn(folder: string, name: string): Promise<Job | null> {
  try {
    const job = keptJob.parse(JSON.parse(await readFile(join(pathOf(folder), name, fileName), 'utf8')))
    return job.id === name ? job : null
  } catch {
    return null
  }
}

function ifThere(error: NodeJS.ErrnoException): readonly string[] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
  throw error
}

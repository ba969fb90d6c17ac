import { readdirSync } from 'node:fs'
import { Refusal } from '../errors/index.ts'
import { defaultOf, modulesIn } from '../modules.ts'
import type { Report } from './report.ts'

export interface Listed extends Report {
  /** The path of its file: `sales/deals-created`. */
  readonly id: string
  readonly collection: string
}

const collections: Readonly<Record<string, string>> = {
  sales: 'Sales',
  service: 'Service',
  sequences: 'Sequences',
  campaigns: 'Campaigns',
}

async function readFolder(folder: string, collection: string): Promise<readonly Listed[]> {
  const base = new URL(`./${folder}/`, import.meta.url)
  return Promise.all(
    modulesIn(base).map(async (name) => {
      // Every file of the folder has a report as its default; a test holds that.
      const report = (await defaultOf(base, name)) as Report
      return { ...report, id: `${folder}/${name}`, collection }
    }),
  )
}

let read: Promise<readonly Listed[]> | null = null

/** Adding a report is adding a file: the catalogue is the folder. */
export function catalogue(): Promise<readonly Listed[]> {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  )
  read ??= Promise.all(folders.map(({ name }) => readFolder(name, collections[name] ?? name))).then((all) => all.flat())
  return read
}

export async function reportOf(id: string): Promise<Listed> {
  const report = (await catalogue()).find((each) => each.id === id)
  if (!report) throw new Refusal('report-unknown', { id })
  return report
}

/** The report as one of its tabs shows it; the first when none is named. */
export function tabOf(report: Listed, key: string | undefined): Listed {
  if (key === undefined) return report
  const found = report.tabs.find((tab) => tab.key === key)
  const tabs = report.tabs.map((tab) => tab.key).join(', ') || 'none'
  if (!found) throw new Refusal('tab-unknown', { tab: key, report: report.title, tabs })
  return { ...headingOf(report), ...found }
}

/** What all tabs share: a tab has nothing from the first one. */
const headingOf = ({ id, collection, topic, title, question, doc, tabs }: Listed) => ({
  id,
  collection,
  topic,
  title,
  question,
  doc,
  tabs,
})

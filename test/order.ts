import { relative, sep } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { root } from './part.ts'

const startsProcesses = ({ moduleId }: TestSpecification) => relative(root, moduleId).startsWith(`test${sep}`)

/**
 * A clean checkout knows no durations, and Vitest then takes the largest files first. The longest of ours are short to
 * read: what starts processes begins before the rest, so that no core idles at the end over the last campaign of kills.
 */
export default class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const projects = Map.groupBy(await super.sort(files), ({ project }) => project)
    return [...projects.values()].flatMap((own) => [
      ...own.filter(startsProcesses),
      ...own.filter((file) => !startsProcesses(file)),
    ])
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../part.ts'

export interface Instruction {
  readonly name: string
  readonly value: string
  /** Where it is carried out. */
  readonly folder: string
}

/** The stages of the container file, each with what it is told. */
export function stages(): readonly (readonly Instruction[])[] {
  const text = readFileSync(join(root, 'deploy/Containerfile'), 'utf8')
  const lines = text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
  const found: Instruction[][] = []
  let folder = '/'
  for (const line of lines.map((each) => each.trim()).filter((each) => each !== '')) {
    const [, name = '', value = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? []
    if (name === 'FROM') found.push([])
    if (name === 'WORKDIR') folder = value
    found.at(-1)?.push({ name, value, folder })
  }
  return found
}

export const told = (stage: readonly Instruction[], name: string): string => {
  const found = stage.find((one) => one.name === name)
  if (!found) throw new Error(`the container file has no ${name}`)
  return found.value
}

/** `A=1 B=2`, as variables. */
export const variablesOf = (stage: readonly Instruction[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    stage
      .filter(({ name }) => name === 'ENV')
      .flatMap(({ value }) => value.split(/\s+/))
      .map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
  )

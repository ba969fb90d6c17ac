import { readFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { Refusal } from './errors/index.ts'

/** What one process may hold, in megabytes. The parts and `overhead` make the whole. */
export interface MemoryBudget {
  readonly totalMb: number
  /** For questions and files: the buffers of the engine that answers. */
  readonly answeringMb: number
  /** For refresh and rebuild: the engine that loads, beside the one that answers. */
  readonly loadingMb: number
  /** For answers that are kept. */
  readonly answersMb: number
  /** The program, its JavaScript, and what an engine holds outside of its buffers. */
  readonly overheadMb: number
}

/** The program and its libraries take 250 with an empty folder; below this there is nothing left to answer with. */
export const leastMb = 800

const programMb = 400
/** An engine's allocator and its threads hold about a quarter more than the engine counts. */
const countedShare = 0.75
const answeringShare = 0.6
/** A table of figures is small: this holds thousands. */
const answersShare = 0.04
const mostAnswersMb = 64

/** The one place that says who gets how much. */
export function divided(totalMb: number): MemoryBudget {
  const engines = Math.max(0, totalMb - programMb) * countedShare
  const answeringMb = Math.floor(engines * answeringShare)
  const loadingMb = Math.floor(engines - answeringMb)
  const answersMb = Math.min(mostAnswersMb, Math.floor(totalMb * answersShare))
  return { totalMb, answeringMb, loadingMb, answersMb, overheadMb: totalMb - answeringMb - loadingMb - answersMb }
}

const units: Readonly<Record<string, number>> = { MB: 1, GB: 1000, MIB: 1.048_576, GIB: 1073.741_824 }

/** `1500MB`, `2GB`, `1.5GiB`, as megabytes. */
export function readMemory(text: string): number {
  const [, number, unit] = /^(\d{1,7}(?:\.\d{1,3})?) ?(MB|GB|MiB|GiB)$/i.exec(text.trim()) ?? []
  const scale = units[unit?.toUpperCase() ?? '']
  if (number === undefined || scale === undefined) throw new Refusal('memory-unreadable', { text })
  const megabytes = Math.floor(Number(number) * scale)
  if (megabytes < leastMb) throw new Refusal('memory-too-small', { text, least: leastMb })
  return megabytes
}

/** All that a container may have, or else half of the machine, which has others to serve. */
export function usualMemoryMb(): number {
  const limitMb = containerBytes() / 1e6
  const machineMb = totalmem() / 1e6
  return Math.max(leastMb, Math.floor(limitMb < machineMb ? limitMb : machineMb / 2))
}

/** The least of the limits of this control group and of those it lies in; without any it is Infinity. */
const containerBytes = (): number => Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, groupBytes())

function groupBytes(): number {
  const [, path] = /^0::(.*)$/m.exec(read('/proc/self/cgroup')) ?? []
  if (path === undefined) return Number.POSITIVE_INFINITY
  return Math.min(...above(path).map((group) => limitIn(read(join('/sys/fs/cgroup', group, 'memory.max')))))
}

/** The path and all above it: a limit holds for everything below. */
export const above = (path: string): readonly string[] =>
  path === '/' || path === '.' ? [path] : [path, ...above(dirname(path))]

/** The text of `memory.max`: bytes, or `max`. */
export const limitIn = (text: string): number => (/^\d+\s*$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY)

/** Other systems have no such files. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

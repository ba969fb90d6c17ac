import { readdirSync, readFileSync } from 'node:fs'

export interface Resident {
  readonly idleMb: number
  readonly peakMb: number
  /** After the work is over and the given seconds have passed. */
  readonly afterMb: number
}

const sampleMs = 50

/** How much memory the processes below `pid` hold while `work` runs; on Linux only, elsewhere nothing is known. */
export async function residentDuring(pid: number, restSeconds: number, work: () => Promise<void>): Promise<Resident> {
  const idleMb = residentMb(pid)
  let peakMb = idleMb
  const sampling = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(pid))
  }, sampleMs)
  await work().finally(() => clearInterval(sampling))
  await new Promise((rested) => setTimeout(rested, restSeconds * 1000))
  return { idleMb, peakMb, afterMb: residentMb(pid) }
}

/** The largest of the process and its children: the others only start it. */
function residentMb(pid: number): number {
  return Math.max(...[pid, ...childrenOf(pid)].map(ownMb))
}

function childrenOf(pid: number): readonly number[] {
  return (
    lookedUp(() =>
      readdirSync(`/proc/${pid}/task`).flatMap((task) =>
        readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
      ),
    ) ?? []
  )
}

function ownMb(pid: number): number {
  const kilobytes = lookedUp(() => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  return Math.round(Number(kilobytes ?? 0) / 1024)
}

/** A process may end while it is looked at, and other systems have no such files. */
function lookedUp<R>(look: () => R): R | null {
  try {
    return look()
  } catch {
    return null
  }
}

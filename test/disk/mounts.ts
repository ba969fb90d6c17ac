import { type ChildProcess, spawn, spawnSync } from 'node:child_process'

/** A namespace of its own: its mounts are seen by its processes alone, and go with them. */
const alone = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--map-root-user']

const tried = spawnSync('unshare', [...alone, 'sh', '-c', 'mount -t tmpfs -o size=1m none /mnt'], { encoding: 'utf8' })

/** Why nothing can be mounted here; null when it can. */
export const noMounts: string | null =
  tried.status === 0 ? null : `nothing can be mounted here: ${tried.error?.message ?? tried.stderr.trim()}`

/** Runs a command with a disk of so many megabytes at the folder; from outside it is seen at `insideOf`. */
export const onSmallDisk = (folder: string, megabytes: number, command: readonly string[]): ChildProcess =>
  mounted(`mount -t tmpfs -o size=${megabytes}m none "$0"`, folder, command)

/** Runs a command for which the folder can be read and not written. */
export const onReadOnly = (folder: string, command: readonly string[]): ChildProcess =>
  mounted('mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"', folder, command)

const mounted = (mount: string, folder: string, command: readonly string[]): ChildProcess =>
  spawn('unshare', [...alone, 'sh', '-c', `${mount} && exec "$@"`, folder, ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Where the folder of a process lies for those outside of its namespace. */
export const insideOf = ({ pid }: ChildProcess, folder: string): string => `/proc/${pid}/root${folder}`

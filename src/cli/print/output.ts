import { Refusal } from '../../errors/index.ts'

/**
 * A reader that has had enough, such as `head`, ends our writing and nothing else; any other fault of the output is told.
 * Gives whether an error is one that was dealt with here.
 */
export function mindOutput(): (error: unknown) => boolean {
  const faults = new WeakSet<object>()
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    faults.add(error)
    if (error.code === 'EPIPE') return
    console.error(new Refusal('output-unwritable', { wrong: error.message }).message)
    process.exitCode = 1
  })
  process.stderr.on('error', () => {})
  return (error) => error instanceof Error && faults.has(error)
}

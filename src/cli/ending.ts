import type { Command, CommanderError } from 'commander'
import { Refusal } from '../errors/index.ts'

/** Runs what was asked; whatever goes wrong becomes one sentence on stderr and an exit code above 0, but for what was told already. */
export async function runToTheEnd(
  program: Command,
  args: readonly string[],
  isTold: (error: unknown) => boolean,
): Promise<void> {
  strictly(program, program.name())
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (isHelp(error) || isTold(error)) return
    console.error(sentence(error))
    process.exitCode = 1
  }
}

/** Commander throws, instead of printing and ending the process itself. */
function strictly(command: Command, name: string): void {
  const silent = { outputError: () => {}, writeErr: () => {} }
  command.configureOutput(silent).exitOverride((error) => {
    throw isHelp(error) ? error : misuse(error, name)
  })
  for (const part of command.commands) strictly(part, `${name} ${part.name()}`)
}

/** Help and version end by an exception too, with exit code 0. */
const isHelp = (error: unknown): boolean => error instanceof Error && 'exitCode' in error && error.exitCode === 0

/** `error: unknown option '--rang'⏎(Did you mean --range?)`, as a sentence. */
function misuse({ message, code }: CommanderError, command: string): Refusal {
  if (code === 'commander.help') return new Refusal('command-missing', { command })
  const said = oneLine(message.replace(/^error: /, '')).replace(/\.$/, '')
  return new Refusal('command-misused', { command, said: said.charAt(0).toUpperCase() + said.slice(1) })
}

function sentence(error: unknown): string {
  if (error instanceof Refusal) return error.message
  if (process.env.PLUMBLINE_DEBUG && error instanceof Error && error.stack) return error.stack
  const message = error instanceof Error ? error.message : String(error)
  return `This is a mistake in Plumbline itself: ${oneLine(message)}. PLUMBLINE_DEBUG=1 shows where it happened.`
}

const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ').trim()

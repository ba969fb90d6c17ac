import { Command } from 'commander'
import manifest from '../../package.json' with { type: 'json' }

type Make = (args: readonly string[]) => Promise<Command>

/** In the order of the help. */
const commands: Readonly<Record<string, Make>> = {
  demo: async () => (await import('./commands/demo.ts')).demoCommand(),
  start: async () => (await import('./commands/start.ts')).startCommand(),
  import: async () => (await import('./commands/import-command.ts')).importCommand(),
  ask: async (args) => (await import('./commands/ask.ts')).askCommand(args.includes('--help')),
  rebuild: async () => (await import('./commands/rebuild.ts')).rebuildCommand(),
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand(),
  jobs: async () => (await import('./commands/jobs.ts')).jobsCommand(),
  backup: async () => (await import('./commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./commands/restore.ts')).restoreCommand(),
  compact: async () => (await import('./commands/compact.ts')).compactCommand(),
  repair: async () => (await import('./commands/repair.ts')).repairCommand(),
  settings: async () => (await import('./commands/settings.ts')).settingsCommand(),
}

/** The program as these words need it: of its commands the one that is asked for, since to load all of them takes longest. */
export async function programFor(args: readonly string[]): Promise<Command> {
  const program = new Command('plumbline')
    .description('Reporting over your own CRM data, in which every number opens into its records.')
    .version(manifest.version)
  const named = Object.entries(commands).filter(([name]) => name === args[0])
  for (const [, make] of named.length ? named : Object.entries(commands)) program.addCommand(await make(args))
  return program
}

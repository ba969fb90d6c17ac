import { Command } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { runToTheEnd } from './ending.ts'

/** What is written here is for its owner alone. */
process.umask(0o077)

/** In the order of the help. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./commands/demo.ts')).demoCommand(),
  start: async () => (await import('./commands/start.ts')).startCommand(),
  import: async () => (await import('./commands/import-command.ts')).importCommand(),
  ask: async () => (await import('./commands/ask.ts')).askCommand(process.argv.includes('--help')),
  rebuild: async () => (await import('./commands/rebuild.ts')).rebuildCommand(),
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand(),
  jobs: async () => (await import('./commands/jobs.ts')).jobsCommand(),
  backup: async () => (await import('./commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./commands/restore.ts')).restoreCommand(),
  repair: async () => (await import('./commands/repair.ts')).repairCommand(),
  settings: async () => (await import('./commands/settings.ts')).settingsCommand(),
}

/** Only the command that is asked for is loaded: all of them are most of what starting takes. */
const named = process.argv[2] ?? ''
const loaded = Object.hasOwn(commands, named) ? [commands[named]] : Object.values(commands)

const program = new Command('plumbline')
  .description('Reporting over your own CRM data, in which every number opens into its records.')
  .version(manifest.version)
for (const command of loaded) if (command) program.addCommand(await command())

await runToTheEnd(program)

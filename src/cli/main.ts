import { Command } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { askCommand, listReports } from './commands/ask.ts'
import { backupCommand } from './commands/backup.ts'
import { demoCommand } from './commands/demo.ts'
import { doctorCommand } from './commands/doctor.ts'
import { importCommand } from './commands/import-command.ts'
import { jobsCommand } from './commands/jobs.ts'
import { rebuildCommand } from './commands/rebuild.ts'
import { repairCommand } from './commands/repair.ts'
import { restoreCommand } from './commands/restore.ts'
import { settingsCommand } from './commands/settings.ts'
import { startCommand } from './commands/start.ts'
import { runToTheEnd } from './ending.ts'

/** What is written here is for its owner alone. */
process.umask(0o077)

const ask = askCommand()
if (process.argv.includes('--help')) await listReports(ask)

const program = new Command('plumbline')
  .description('Reporting over your own CRM data, in which every number opens into its records.')
  .version(manifest.version)
  .addCommand(demoCommand())
  .addCommand(startCommand())
  .addCommand(importCommand())
  .addCommand(ask)
  .addCommand(rebuildCommand())
  .addCommand(doctorCommand())
  .addCommand(jobsCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(repairCommand())
  .addCommand(settingsCommand())

await runToTheEnd(program)

import { Command } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { askCommand, listReports } from './ask.ts'
import { backupCommand } from './backup.ts'
import { demoCommand } from './demo.ts'
import { doctorCommand } from './doctor.ts'
import { runToTheEnd } from './ending.ts'
import { importCommand } from './import-command.ts'
import { jobsCommand } from './jobs.ts'
import { rebuildCommand } from './rebuild.ts'
import { repairCommand } from './repair.ts'
import { restoreCommand } from './restore.ts'
import { settingsCommand } from './settings.ts'
import { startCommand } from './start.ts'

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

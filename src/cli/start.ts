import { Command } from 'commander'
import { serve } from './serve.ts'
import { type ServerSettings, serverSettings } from './server-settings.ts'

const examples = `
Examples:
  plumbline start
  plumbline start --data /var/lib/plumbline --port 8080
  plumbline start --host 0.0.0.0 --name reports.example.com --trusted-proxy 10.0.0.2`

export function startCommand(): Command {
  const command = new Command('start')
    .description('Serve the reports over the data folder.')
    .addHelpText('after', examples)
    .action((settings: ServerSettings) => serve(settings, { open: false }))
  for (const option of serverSettings()) command.addOption(option)
  return command
}

import { Command } from 'commander'
import { refuseMissing } from '../../data-folder.ts'
import { type ServerSettings, serverSettings } from '../server-settings.ts'

const examples = `
Examples:
  plumbline start
  plumbline start --data /var/lib/plumbline --port 8080
  plumbline start --host 0.0.0.0 --name reports.example.com --trusted-proxy 10.0.0.2`

export function startCommand(): Command {
  const command = new Command('start')
    .description('Serve the reports over the data folder.')
    .addHelpText('after', examples)
    .action(start)
  for (const option of serverSettings()) command.addOption(option)
  return command
}

/** The server is loaded by those who serve: no other command waits for it. */
async function start(settings: ServerSettings): Promise<void> {
  await refuseMissing(settings.data)
  const { serve } = await import('../serve.ts')
  await serve(settings, { open: false })
}

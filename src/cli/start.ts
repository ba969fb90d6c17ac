import { Command } from 'commander'
import { type DataChoice, dataOption } from './data-option.ts'
import { type PortChoice, portOption } from './port.ts'
import { serve } from './serve.ts'

type Options = DataChoice & PortChoice & { readonly host: string; readonly name: readonly string[] }

const examples = `
Examples:
  plumbline start
  plumbline start --data /var/lib/plumbline --port 8080
  plumbline start --host 0.0.0.0 --name reports.example.com`

export function startCommand(): Command {
  return new Command('start')
    .description('Serve the reports over the data folder.')
    .addOption(dataOption())
    .addOption(portOption())
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--name <host...>', 'names that this server is reached by', [])
    .addHelpText('after', examples)
    .action((options: Options) => serve({ ...options, hosts: options.name, open: false }))
}

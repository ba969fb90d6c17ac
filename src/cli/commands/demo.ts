import { Command } from 'commander'
import { makeSampleIfEmpty } from '../demo-company.ts'
import { atLeast } from '../options/number-option.ts'
import { type ServerSettings, serverSettings } from '../server-settings.ts'

type Options = ServerSettings & { readonly scale: number; readonly open: boolean }

const examples = `
Examples:
  plumbline demo
  plumbline demo --data /var/lib/plumbline-demo --port 5000 --no-open
  plumbline demo --data big --scale 30`

export function demoCommand(): Command {
  const command = new Command('demo')
    .description('Make a sample company when the data folder is empty, and serve it.')
    .option('--scale <times>', 'how large the company is; 1 has 12,000 deals', atLeast(0.01), 1)
    .option('--no-open', 'do not open a browser')
    .addHelpText('after', examples)
    .action(demo)
  for (const option of serverSettings()) command.addOption(option)
  return command
}

async function demo({ open, scale, ...settings }: Options): Promise<void> {
  const { serve } = await import('../serve.ts')
  await serve(settings, { open, prepare: (folder) => makeSampleIfEmpty(folder, scale) })
}

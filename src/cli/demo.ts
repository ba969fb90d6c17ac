import { Command } from 'commander'
import { type DataChoice, dataOption } from './data-option.ts'
import { makeSampleIfEmpty } from './demo-company.ts'
import { atLeast } from './number-option.ts'
import { type PortChoice, portOption } from './port.ts'
import { serve } from './serve.ts'

type Options = DataChoice & PortChoice & { readonly scale: number; readonly open: boolean }

const examples = `
Examples:
  plumbline demo
  plumbline demo --data /var/lib/plumbline-demo --port 5000 --no-open
  plumbline demo --data big --scale 30`

export function demoCommand(): Command {
  return new Command('demo')
    .description('Make a sample company when the data folder is empty, and serve it.')
    .addOption(dataOption())
    .addOption(portOption())
    .option('--scale <times>', 'how large the company is; 1 has 12,000 deals', atLeast(0.01), 1)
    .option('--no-open', 'do not open a browser')
    .addHelpText('after', examples)
    .action(demo)
}

async function demo({ open, scale, ...options }: Options): Promise<void> {
  await serve({ ...options, open, prepare: (folder) => makeSampleIfEmpty(folder, scale) })
}

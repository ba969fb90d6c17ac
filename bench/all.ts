import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { measureAttacks } from './attacks.ts'
import { withCompany } from './company.ts'
import { measureImport } from './import.ts'
import { measureLoad } from './load.ts'
import { measureReports } from './reports.ts'
import { measureSegments } from './segments.ts'
import { withServer } from './server.ts'
import { measureStart } from './start.ts'

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    runs: { type: 'string', default: '15' },
    data: { type: 'string' },
    json: { type: 'string' },
    /** Only what one client can do to another; with it, `command` names the program of an older checkout. */
    attacks: { type: 'boolean', default: false },
    /** Only what many clients get at once; with it, too. */
    load: { type: 'boolean', default: false },
    /** Only a file of so many rows that is imported; with it, too. */
    import: { type: 'boolean', default: false },
    /** Only a folder that so many pulls landed in, beside one of ten. */
    segments: { type: 'boolean', default: false },
    pulls: { type: 'string', default: '100000' },
    rows: { type: 'string', default: '1700000' },
    command: { type: 'string' },
    memory: { type: 'string' },
  },
})

const options = values.memory ? ['--memory', values.memory] : []
const attacks = (folder: string) => measureAttacks({ folder, options, command: values.command })

if (values.import) await keep(await imports())
else if (values.segments) await keep(await segments())
else if (values.attacks && values.data) await attacksAlone(values.data)
else if (values.load && values.data) await keep(await load(values.data))
else await withCompany({ folder: values.data, scale: Number(values.scale) }, everything)

async function load(folder: string) {
  const found = await withServer(folder, (served) => measureLoad(served, 15), { options, command: values.command })
  console.table(found)
  return found
}

async function segments() {
  const found = await measureSegments(Number(values.pulls), Number(values.runs))
  console.table(
    found.map(({ reports, before, after, ...rest }) => ({ ...rest, before: before.seconds, after: after.seconds })),
  )
  return found
}

async function imports() {
  const found = await measureImport(Number(values.rows), values.command)
  console.table([found])
  return found
}

async function attacksAlone(folder: string): Promise<void> {
  await keep(await attacks(folder))
}

async function everything({ folder, ...made }: Parameters<Parameters<typeof withCompany>[1]>[0]): Promise<void> {
  const reports = await withServer(folder, ({ url }) => measureReports(url, Number(values.runs)), { options })
  const start = await measureStart(folder)
  console.table([{ ...made, ...start }])
  console.table(reports)
  const loads = await load(folder)
  const found = await attacks(folder)
  const imported = await imports()
  await keep({ node: process.version, cpus: cpus().length, made, ...start, reports, loads, ...found, imported })
}

async function keep(result: unknown): Promise<void> {
  if (values.json) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`)
  else console.log(JSON.stringify(result))
}

import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { withCompany } from './company.ts'
import { measureReports } from './reports.ts'
import { withServer } from './server.ts'

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    runs: { type: 'string', default: '15' },
    data: { type: 'string' },
    json: { type: 'string' },
  },
})

await withCompany({ folder: values.data, scale: Number(values.scale) }, async (company) => {
  const reports = await withServer(company.folder, (url) => measureReports(url, Number(values.runs)))
  const { folder, ...made } = company
  const result = { node: process.version, cpus: cpus().length, made, reports }
  console.table([made])
  console.table(reports)
  if (values.json) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`)
  else console.log(JSON.stringify(result))
})

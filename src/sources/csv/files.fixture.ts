import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** Writes files into a new folder, hands over its path, and takes it away again. */
export async function withFiles<R>(files: Files, use: (folder: string) => Promise<R>): Promise<R> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-csv-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), content)
    }
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A small company of bicycle dealers, in the four files that an opportunities export often comes in. */
export const bicycles: Files = {
  'accounts.csv': `account,sector,founded,revenue,employees,office_location
Wheel World,retail,1998,12.5,40,Netherlands
Spoke & Sons,retail,2004,3.2,12,Belgium
Pedal Power,leasing,2011,44,310,Denmark
`,
  'models.csv': `model,range,list_price
Tour Plus,Tour,1200
City,City,700
Cargo XL,Cargo,4100
`,
  'opportunities.csv': `opportunity_id,sales_agent,model,account,deal_stage,engage_date,close_date,close_value
B1,Ida Berg,TourPlus,Wheel World,Won,2023-01-10,2023-03-01,1150
B2,Ida Berg,City,Wheel World,Lost,2023-01-12,2023-02-01,0
B3,Ole Vik,Cargo XL,Pedal Power,Won,2023-02-02,2023-05-20,8000
B4,Ole Vik,City,,Engaging,2023-06-01,,
B5,Ida Berg,City,Spoke & Sons,Prospecting,,,
B6,Ole Vik,Tour Plus,Pedal Power,Won,2023-03-03,2023-04-04,2400
B7,Ida Berg,Tour Plus,Wheel World,Engaging,2023-06-02,,
B8,Ole Vik,City,Wheel World,Lost,2023-03-08,2023-04-09,0
`,
  'teams.csv': `sales_agent,manager,regional_office
Ida Berg,Mona Lind,North
Ole Vik,Mona Lind,North
Eva Holm,Per Dahl,South
`,
}

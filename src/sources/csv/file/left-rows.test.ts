import { describe, expect, it } from 'vitest'
import { withFiles } from '../files.fixture.ts'
import { lookAt } from '../import.ts'

const header = 'Deal ID,Deal Name,Amount\n'
const rows = `${header}1,Ann,5\n2,Bob,6\n`

const seen = async (content: string) => {
  const [file] = await withFiles({ 'deals.csv': content }, (folder) => lookAt([folder], () => {}))
  return file
}

describe('a row that is no record', () => {
  it('is left out when it stands alone below an empty line, whatever it says', async () => {
    const file = await seen(`${rows}\nMade by the CRM on 2023-03-01\nFilters: all deals\n`)
    expect(file?.left).toEqual([
      { line: 5, is: 'footer', text: 'Made by the CRM on 2023-03-01' },
      { line: 6, is: 'footer', text: 'Filters: all deals' },
    ])
    expect(file?.rows).toBe(2)
  })

  it('is left out below a total, without an empty line between', async () => {
    const file = await seen(`${rows}Total,,11\nMade by the CRM`)
    expect(file?.left.map(({ is }) => is)).toEqual(['totals', 'footer'])
  })

  it('is the header once more, where files were put together', async () => {
    const file = await seen(`${rows}${header}3,Cid,7\n`)
    expect(file?.left).toEqual([{ line: 4, is: 'header', text: 'Deal ID, Deal Name, Amount' }])
    expect(file?.rows).toBe(3)
  })

  it('is not found where a row was torn in two', async () => {
    const file = await seen(`${rows}3,Cid\n4,Dot,8\n`)
    expect(file?.left).toEqual([])
    expect(file?.misshapen).toMatchObject([{ line: 4 }])
  })
})

describe('a column without a name', () => {
  it('is kept at the end of the header as well, where it holds something', async () => {
    const file = await seen('Deal ID,Deal Name,,Amount,Closed,,\n1,A,Won,5,,Ann,\n2,B,Lost,6,,Bob,\n')
    expect(file?.header.names).toEqual(['Deal ID', 'Deal Name', 'Column 3', 'Amount', 'Closed', 'Column 6'])
    expect(file?.misshapen).toEqual([])
  })
})

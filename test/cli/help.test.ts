import { describe, expect, it } from 'vitest'
import { plumbline } from './in-process.ts'
import { plumbline as asProcess, isRefused } from './plumbline.ts'

const commands = [
  ['demo'],
  ['start'],
  ['import', 'csv'],
  ['ask'],
  ['rebuild'],
  ['compact'],
  ['doctor'],
  ['jobs'],
  ['settings'],
  ['backup'],
  ['restore'],
  ['repair'],
]

describe('plumbline', () => {
  it.each(commands.map((words) => [words.join(' '), words]))('explains %s with an example', async (_, words) => {
    const { code, stdout, stderr } = await plumbline(...words, '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/Example/)
    expect(stdout).toContain(`plumbline ${words.join(' ')}`)
  })

  it('lists its commands', async () => {
    const { code, stdout } = await asProcess('--help')
    expect(code).toBe(0)
    for (const [first] of commands) expect(stdout).toContain(`\n  ${first} `)
  })

  it('lists the reports in the help of ask', async () => {
    expect((await asProcess('ask', '--help')).stdout).toContain('sales/deals-created')
  })

  it.each([
    [[]],
    [['nonsense']],
    [['start', '--nonsense']],
    [['start', '--port', 'eighty']],
    [['demo', '--scale', '0']],
    [['ask']],
    [['ask', 'sales/deals-created', '--format', 'xml']],
    [['ask', 'sales/deals-created', '--filter', 'amount']],
    [['ask', 'sales/deals-created', '--data', 'there/is/no/such/folder']],
    [['doctor', '--data', 'there/is/no/such/folder']],
    [['settings', '--time-zone', 'Mars/Olympus']],
  ])('refuses %j in one sentence', async (args) => {
    const end = await plumbline(...args)
    expect(isRefused(end), JSON.stringify(end)).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { RefusalLog } from './refusal-log.ts'

function logging() {
  let now = Temporal.Instant.from('2026-11-21T11:00:00Z')
  const lines: (Readonly<Record<string, unknown>> & { readonly line: string })[] = []
  const log = new RefusalLog({ now: () => now, log: (line, about) => void lines.push({ line, ...about }) })
  const refuse = (client: string, url = '/') =>
    log.tell({ code: 'host-unknown', client, method: 'GET', url, logId: 'x' })
  return { lines, log, refuse, wait: (seconds: number) => (now = now.add({ seconds })) }
}

describe('refusals', () => {
  it('are told one by one at first, and then as a number when their minute is over', () => {
    const { lines, refuse, wait } = logging()
    for (let times = 0; times < 1000; times++) refuse('10.0.0.1')
    expect(lines).toHaveLength(3)
    wait(60)
    refuse('10.0.0.1')
    expect(lines.slice(3)).toMatchObject([
      { line: 'refused again', code: 'host-unknown', client: '10.0.0.1', times: 997, since: '2026-11-21T11:00:00Z' },
      { line: 'refused' },
    ])
  })

  it('are told for each client, up to a number of clients', () => {
    const { lines, log, refuse } = logging()
    for (let client = 0; client < 5000; client++) refuse(`10.0.${client >> 8}.${client & 255}`)
    log.flush()
    expect(lines.filter(({ line }) => line === 'refused')).toHaveLength(103)
    expect(lines.at(-1)).toMatchObject({ line: 'refused again', client: 'others', times: 4897 })
  })

  it('are security events, and short', () => {
    const { lines, refuse } = logging()
    refuse('x'.repeat(10_000), '/'.repeat(10_000))
    expect(lines[0]).toMatchObject({ security: true, logId: 'x' })
    expect(JSON.stringify(lines[0]).length).toBeLessThan(600)
  })

  it('that were all told leave nothing to add', () => {
    const { lines, log, refuse } = logging()
    refuse('10.0.0.1')
    log.flush()
    expect(lines).toHaveLength(1)
  })
})

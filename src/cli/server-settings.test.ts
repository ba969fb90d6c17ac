import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { settingsTable } from '../../docs/settings-table.ts'
import { withTable } from '../../docs/tables.ts'
import { namesOf, warningOf } from './exposure.ts'
import { type ServerSettings, serverSettings } from './server-settings.ts'

afterEach(() => void vi.unstubAllEnvs())

function settings(given: readonly string[], environment: Readonly<Record<string, string>> = {}): ServerSettings {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  for (const option of serverSettings()) command.addOption(option)
  return command.parse(given, { from: 'user' }).opts<ServerSettings>()
}

describe('what a server can be told', () => {
  it('stands in the guide as it is; npm run docs writes it', () => {
    const guide = readFileSync(new URL('../../docs/guide/operating.md', import.meta.url), 'utf8')
    expect(withTable(guide, 'settings', settingsTable())).toBe(guide)
  })

  it('has a variable for each option', () =>
    expect(serverSettings().map(({ envVar }) => envVar)).toEqual(
      serverSettings().map(({ long }) => `PLUMBLINE_${long?.slice(2).replaceAll('-', '_').toUpperCase()}`),
    ))

  it('comes from the environment', () => {
    const environment = {
      PLUMBLINE_PORT: '8080',
      PLUMBLINE_HOST: '0.0.0.0',
      PLUMBLINE_NAME: 'a.example, b.example',
      PLUMBLINE_TRUSTED_PROXY: '10.0.0.0/24 ::1',
      PLUMBLINE_METRICS_ADDRESS: '[::1]:9100',
    }
    expect(settings([], environment)).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      name: ['a.example', 'b.example'],
      trustedProxy: ['10.0.0.0/24', '::1'],
      metricsAddress: { host: '::1', port: 9100 },
    })
  })

  it('comes from the options where both tell', () =>
    expect(settings(['--name', 'a', 'b', '--port', '1'], { PLUMBLINE_NAME: 'c', PLUMBLINE_PORT: '2' })).toMatchObject({
      name: ['a', 'b'],
      port: 1,
    }))

  it('is as without a variable that is empty', () =>
    expect(settings([], { PLUMBLINE_PORT: '', PLUMBLINE_HOST: '' })).toMatchObject({ host: '127.0.0.1' }))

  it.each([
    ['--trusted-proxy', '0.0.0.0/0'],
    ['--trusted-proxy', 'true'],
    ['--trusted-proxy', '10.0.0.0/33'],
    ['--trusted-proxy', 'proxy.example'],
    ['--metrics-address', '9100'],
    ['--metrics-address', 'localhost'],
    ['--metrics-address', 'user@localhost:1'],
    ['--port', ''],
  ])('is refused where it cannot be: %s %s', (option, value) =>
    expect(() => settings([option, value])).toThrow(/invalid/),
  )
})

describe('a server that others reach', () => {
  it.each(['0.0.0.0', '::', '192.168.1.5', 'example.com'])('warns: %s', (host) =>
    expect(warningOf(host)).toContain('--trusted-proxy'),
  )

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('and one that nobody does has no need to: %s', (host) =>
    expect(warningOf(host)).toBeNull(),
  )

  it('goes by the one address that it listens on', () =>
    expect(['0.0.0.0', '192.168.1.5', 'fe80::1'].flatMap(namesOf)).toEqual(['192.168.1.5', '[fe80::1]']))
})

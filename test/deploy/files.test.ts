import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startCommand } from '../../src/cli/commands/start.ts'
import { serverSettings } from '../../src/cli/server-settings.ts'
import { readMemory } from '../../src/memory-budget.ts'
import { root } from '../part.ts'
import { stages, told, variablesOf } from './containerfile.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')

const unit = read('deploy/plumbline.service')
const compose = read('deploy/compose.yaml')
const proxy = read('deploy/Caddyfile')
const [, image = []] = stages()

/** `NAME=value` and `NAME: value`, where the value stands in the file itself. */
const givenIn = (text: string) =>
  [...text.matchAll(/^(?:Environment=| {6})(PLUMBLINE_\w+)[=:] ?([^$\n]+)$/gm)].map(
    ([, variable = '', value = '']) => [variable, value] as const,
  )

const given = [...givenIn(unit), ...givenIn(compose), ...Object.entries(variablesOf(image))].filter(([variable]) =>
  variable.startsWith('PLUMBLINE_'),
)

const services = new Map(
  (/^services:\n(.*?)^\S/ms.exec(compose)?.[1] ?? '')
    .split(/^ {2}(?=\w)/m)
    .filter((each) => each.trim() !== '')
    .map((text) => [text.slice(0, text.indexOf(':')), text] as const),
)

const valueIn = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? ''

describe('the files to run it with', () => {
  it.each(given)('give %s a value that the server takes: %s', (variable, value) => {
    const option = serverSettings().find(({ envVar }) => envVar === variable)
    expect(option, `no setting reads ${variable}`).toBeDefined()
    expect(() => option?.parseArg?.(value, [])).not.toThrow()
  })

  it('name no variable that nothing reads', () => {
    const known = [...serverSettings().map(({ envVar }) => envVar), 'PLUMBLINE_SITE', 'PLUMBLINE_UPSTREAM']
    const named = [unit, compose, proxy, read('deploy/Containerfile')].join('\n').match(/PLUMBLINE_\w+/g) ?? []
    expect(named.filter((variable) => !known.includes(variable))).toEqual([])
  })

  it('run a command that there is, from a file that is packed', () => {
    const [program = '', command] = valueIn(unit, /^ExecStart=(.*)$/m).split(' ')
    const packed: readonly string[] = JSON.parse(read('package.json')).files
    expect(packed).toContain(program.replace('/opt/plumbline/', ''))
    expect([command, ...JSON.parse(told(image, 'CMD'))]).toEqual([startCommand().name(), startCommand().name()])
  })

  it('fence in a little more memory than the server cuts itself to', () => {
    const ofUnit = [valueIn(unit, /PLUMBLINE_MEMORY=(.*)$/m), `${valueIn(unit, /^MemoryMax=(\d+)G$/m)}GiB`]
    const ofCompose = [valueIn(compose, /PLUMBLINE_MEMORY: (.*)$/m), `${valueIn(compose, /mem_limit: (\d+)g$/m)}GiB`]
    for (const [own = '', fence = ''] of [ofUnit, ofCompose]) {
      expect(readMemory(own)).toBeLessThan(0.9 * readMemory(fence))
    }
  })

  it.each([
    ['the unit', 'User=plumbline', unit],
    ['the unit', 'CapabilityBoundingSet=', unit],
    ['the unit', 'NoNewPrivileges=yes', unit],
    ['the unit', 'ProtectSystem=strict', unit],
    ['the unit', 'IPAddressDeny=any', unit],
    ['the unit', 'Restart=on-failure', unit],
    ['the compose file', 'read_only: true', services.get('plumbline') ?? ''],
    ['the compose file', 'cap_drop: [ALL]', services.get('plumbline') ?? ''],
    ['the compose file', 'security_opt: ["no-new-privileges:true"]', services.get('plumbline') ?? ''],
  ])('leave a process that was taken over little to do: in %s stands %s', (_, line, text) => {
    expect(text.split('\n').map((each) => each.trim())).toContain(line)
  })

  it('let nobody but the proxy be reached, and believe nobody but the proxy', () => {
    expect([...services.keys()]).toEqual(['plumbline', 'proxy'])
    const open = [...services].filter(([, text]) => /^ {4}ports:/m.test(text)).map(([name]) => name)
    expect(open).toEqual(['proxy'])
    expect(services.get('plumbline')).toMatch(/^ {4}networks: \[inside\]$/m)
    expect(compose).toMatch(/^ {2}inside:\n {4}internal: true$/m)
    const address = valueIn(compose, /ipv4_address: ([\d.]+)/)
    expect(valueIn(compose, /PLUMBLINE_TRUSTED_PROXY: ([\d.]+)/)).toBe(address)
  })

  it('stand where the guide says', () => {
    const chapter = read('docs/guide/05-running-it.md')
    const links = [...chapter.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path)
    expect(links.filter((path) => !existsSync(join(root, 'docs/guide', path)))).toEqual([])
    expect(links).toContain('../../deploy/compose.yaml')
  })
})

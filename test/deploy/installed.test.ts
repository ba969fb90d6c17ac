import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '../../src/reports/index.ts'
import { type Ended, ended, temporaryFolder } from '../cli/plumbline.ts'
import { addressOf } from '../cli/serving.ts'
import { root } from '../part.ts'
import { copyCheckout } from './checkout.ts'
import { stages, told, variablesOf } from './containerfile.ts'

const minutes = 60_000

const folder = await temporaryFolder()
afterAll(() => folder[Symbol.asyncDispose]())
const at = (path: string) => join(folder.path, path)

const [build = [], image = []] = stages()

/** As outside of any npm script; the registry is asked only for what npm has not kept from the checkout's own installation. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|PLUMBLINE_)/.test(name))),
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
}

/** The folders of the container, in a folder of ours. */
const here = (text: string): string => text.replaceAll(/(?<!\S)\/(build|opt)\b/g, at('$1').replaceAll('\\', '/'))

const run = (command: string, args: readonly string[], cwd: string, more = {}): Promise<Ended> =>
  ended(spawn(command, args, { cwd, env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] }))

const shell = (line: string, cwd: string): Promise<Ended> =>
  ended(spawn(line, { cwd, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] }))

async function done(end: Promise<Ended>): Promise<string> {
  const { code, stdout, stderr } = await end
  expect(code, `${stdout}\n${stderr}`).toBe(0)
  return stdout
}

const deals = `Deal Name,Deal Owner,Pipeline,Deal Stage,Amount,Create Date,Close Date
Roof,Ada Bloom,Sales,Won,1000,2017-01-05,2017-02-01
`
const ask = ['ask', 'sales/deals-won-and-lost', '--range', '2017-01-01..2017-12-31', '--format', 'json']

/** A package that was put somewhere, and the command that starts it. */
interface Installed {
  readonly name: string
  readonly program: string
  readonly nodes: readonly string[]
}

// The commands of the container file are of a Linux shell.
describe.skipIf(process.platform === 'win32')('the package', () => {
  beforeAll(async () => {
    await copyCheckout(at('build'))
    for (const { name, value, folder: inside } of build) {
      if (name !== 'RUN') continue
      await mkdir(here(inside), { recursive: true })
      await done(shell(here(value), here(inside)))
    }
    await mkdir(at('empty'))
    const [tarball = ''] = (await readdir(at('build'))).filter((name) => name.endsWith('.tgz'))
    await done(run('npm', ['install', '--ignore-scripts', join(at('build'), tarball)], at('empty')))
    await writeFile(at('deals.csv'), deals)
  }, 15 * minutes)

  const inEmptyFolder: Installed = {
    name: 'installed in an empty folder',
    program: at('empty/node_modules/.bin/plumbline'),
    nodes: (process.env.PATH ?? '').split(delimiter).filter((path) => !path.includes('node_modules')),
  }
  const asInContainer: Installed = {
    name: 'installed by the steps of the container file',
    program: at('opt/plumbline/bin/plumbline.js'),
    nodes: [join(root, 'node_modules/.bin'), ...inEmptyFolder.nodes],
  }

  describe.each([inEmptyFolder, asInContainer])('$name', ({ name, program, nodes }) => {
    const data = at(`data of ${name}`)
    const more = { PATH: nodes.join(delimiter), PLUMBLINE_DATA: data }
    const plumbline = (...args: readonly string[]) => run(program, args, folder.path, more)

    it('tells its version', async () => {
      const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
      expect(await done(plumbline('--version'))).toBe(`${version}\n`)
    })

    it('imports a file and answers a report', async () => {
      await done(plumbline('import', 'csv', at('deals.csv')))
      expect(JSON.parse(await done(plumbline(...ask))).total.values.won_amount).toBe(1000)
    })

    it('serves every report and the screen with all that it loads, is well, and stops', async () => {
      const server = spawn(program, ['start', '--port', '0'], { env: { ...env, ...more } })
      const end = ended(server)
      const address = await addressOf(server)
      const page = await (await fetch(address, { headers: { accept: 'text/html' } })).text()
      const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path)
      expect(files.length).toBeGreaterThan(1)
      for (const file of files) expect([file, (await fetch(new URL(file, address))).status]).toEqual([file, 200])
      const reports: readonly { readonly id: string }[] = await (await fetch(`${address}/api/reports`)).json()
      expect(reports.map(({ id }) => id).sort()).toEqual((await catalogue()).map(({ id }) => id).sort())
      const [check = '', ...args] = JSON.parse(told(image, 'HEALTHCHECK').replace(/^.*CMD /, ''))
      const healthy = { ...more, PATH: asInContainer.nodes.join(delimiter), PLUMBLINE_PORT: new URL(address).port }
      expect((await run(check, args, folder.path, healthy)).code).toBe(0)
      server.kill('SIGTERM')
      expect((await end).code).toBe(0)
      expect((await run(check, args, folder.path, healthy)).code).toBe(1)
    })
  })

  it('has the program as JavaScript, the built screen, the lock file and nothing that only a checkout needs', async () => {
    const names = await readdir(at('opt/plumbline'))
    expect(names.sort()).toEqual(
      [
        'LICENSE',
        'README.md',
        'bin',
        'deploy',
        'dist',
        'docs',
        'node_modules',
        'npm-shrinkwrap.json',
        'package.json',
      ].sort(),
    )
    const files = await readdir(at('opt/plumbline/dist'), { recursive: true })
    expect(files.filter((file) => file.endsWith('.ts') || /\.(test|fixture)\./.test(file))).toEqual([])
    const data = (await readdir(join(root, 'src'), { recursive: true })).filter((file) => file.endsWith('.json'))
    expect(data.filter((file) => !files.includes(join('src', file)))).toEqual([])
    const modules = await readdir(at('opt/plumbline/node_modules'))
    expect(modules.filter((name) => ['vite', 'vitest', 'typescript', 'react'].includes(name))).toEqual([])
  })

  it('leaves the checkout as it was', async () => {
    expect(await readdir(at('build'))).not.toContain('npm-shrinkwrap.json')
  })

  it('runs in the container as nobody in particular', () => {
    expect(Number.parseInt(told(image, 'USER'), 10)).toBeGreaterThan(0)
    expect(variablesOf(image)).toMatchObject({ PLUMBLINE_DATA: told(image, 'VOLUME') })
  })
})

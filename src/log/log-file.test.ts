import { chown, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { LogFile, usualLogSize } from './log-file.ts'

const folder = await mkdtemp(join(tmpdir(), 'plumbline-'))
afterAll(() => rm(folder, { recursive: true }))

const linesOf = async (path: string) =>
  (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

it('goes on without a file that cannot be written, and says afterwards how much it missed', async () => {
  const told: string[] = []
  const path = join(folder, 'later', 'server.log')
  const log = new LogFile(path, (sentence) => told.push(sentence), usualLogSize)
  log.write('{"msg":"one"}\n')
  log.write('{"msg":"two"}\n')
  expect(told).toEqual([expect.stringContaining(`${path} cannot be written (ENOENT`)])
  await mkdir(join(folder, 'later'))
  log.write('{"msg":"three"}\n')
  expect(await linesOf(path)).toEqual([{ level: 40, msg: 'log lines missed', missed: 2 }, { msg: 'three' }])
})

it('adds to what an earlier run wrote', async () => {
  const path = join(folder, 'server.log')
  for (const msg of ['one', 'two']) new LogFile(path, () => {}, usualLogSize).write(`{"msg":"${msg}"}\n`)
  expect(await linesOf(path)).toEqual([{ msg: 'one' }, { msg: 'two' }])
})

it.runIf(process.getuid?.() === 0)(
  'belongs to whom its folder belongs, also when the administrator begins it',
  async () => {
    const inside = join(folder, 'owned')
    await mkdir(inside)
    await chown(inside, 1234, 1234)
    new LogFile(join(inside, 'server.log'), () => {}, usualLogSize).write('{"msg":"one"}\n')
    expect(await stat(join(inside, 'server.log'))).toMatchObject({ uid: 1234, gid: 1234 })
  },
)

it('begins another file before it grows beyond its size, and keeps a number of them', async () => {
  const inside = join(folder, 'many')
  await mkdir(inside)
  const log = new LogFile(join(inside, 'server.log'), () => {}, { bytes: 100, files: 3 })
  for (let number = 10; number < 60; number++) log.write(`{"msg":"line ${number}"}\n`)
  expect((await readdir(inside)).sort()).toEqual(['server.log', 'server.log.1', 'server.log.2'])
  const files = await Promise.all(
    ['server.log.2', 'server.log.1', 'server.log'].map((name) => linesOf(join(inside, name))),
  )
  const all = files.flat().map(({ msg }) => msg)
  expect(all).toEqual(Array.from({ length: all.length }, (_, index) => `line ${60 - all.length + index}`))
  for (const name of await readdir(inside)) {
    const { size, mode } = await stat(join(inside, name))
    expect([size <= 100, mode & 0o777]).toEqual([true, 0o600])
  }
})

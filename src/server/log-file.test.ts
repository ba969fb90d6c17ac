import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { LogFile } from './log-file.ts'

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
  const log = new LogFile(path, (sentence) => told.push(sentence))
  log.write('{"msg":"one"}\n')
  log.write('{"msg":"two"}\n')
  expect(told).toEqual([expect.stringContaining(`${path} cannot be written (ENOENT`)])
  await mkdir(join(folder, 'later'))
  log.write('{"msg":"three"}\n')
  expect(await linesOf(path)).toEqual([{ level: 40, msg: 'log lines missed', missed: 2 }, { msg: 'three' }])
})

it('adds to what an earlier run wrote', async () => {
  const path = join(folder, 'server.log')
  for (const msg of ['one', 'two']) new LogFile(path, () => {}).write(`{"msg":"${msg}"}\n`)
  expect(await linesOf(path)).toEqual([{ msg: 'one' }, { msg: 'two' }])
})

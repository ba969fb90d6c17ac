import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ended, temporaryFolder } from '../cli/plumbline.ts'
import { addressOf } from '../cli/serving.ts'
import { putGoal, readings, refresh, someOwner, submitForecast } from './asked.ts'
import { command, importedCompany, withCopy } from './company.ts'
import { empty, fill } from './filling.ts'
import { insideOf, noMounts, onReadOnly, onSmallDisk } from './mounts.ts'

const [folder, disk] = [await temporaryFolder(), await temporaryFolder()]
const servers: ChildProcess[] = []
let company = ''

beforeAll(async () => {
  company = await importedCompany(folder.path)
})
afterAll(async () => {
  for (const server of servers) await stopped(server)
  for (const each of [folder, disk]) await each[Symbol.asyncDispose]()
})

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGTERM')
  await once(server, 'exit')
}

async function serving(server: ChildProcess) {
  servers.push(server)
  const printed: string[] = []
  server.stderr?.on('data', (text) => printed.push(String(text)))
  const url = await addressOf(server)
  return { url, owner: await someOwner(url), stderr: () => printed.join('') }
}

async function expectReading(url: string): Promise<void> {
  for (const read of Object.values(readings)) expect(await read(url)).toMatchObject({ status: 200 })
}

const reason = noMounts ? ` (${noMounts})` : ''

describe.skipIf(noMounts)(`a server${reason}`, () => {
  it('answers on over a full disk, refuses to write, and writes again with room', async () => {
    const data = `${disk.path}/data`
    const start = command('start', '--data', data, '--port', '0')
    const server = onSmallDisk(disk.path, 48, withCopy(company, data, start))
    const { url, owner, stderr } = await serving(server)
    expect(await putGoal(url, 'before', owner)).toMatchObject({ status: 200 })
    fill(insideOf(server, disk.path), 0)
    expect(await putGoal(url, 'full', owner)).toMatchObject({ status: 507, code: 'disk-full' })
    expect(await submitForecast(url, owner)).toMatchObject({ status: 507, code: 'disk-full' })
    expect(await refresh(url)).toMatchObject({ status: 507, code: 'disk-full' })
    await expectReading(url)
    empty(insideOf(server, disk.path))
    expect(await putGoal(url, 'after', owner)).toMatchObject({ status: 200, body: expect.not.stringContaining('full') })
    expect(stderr()).not.toMatch(/ at .*:\d+/)
  })

  it('keeps what could not be loaded any more, says so, and loads it as soon as there is room', async () => {
    const data = `${disk.path}/data`
    const start = command('start', '--data', data, '--port', '0')
    const server = onSmallDisk(disk.path, 48, withCopy(company, data, start))
    const { url, owner } = await serving(server)
    fill(insideOf(server, disk.path), 200_000)
    expect(await putGoal(url, 'kept', owner)).toMatchObject({ status: 507, code: 'kept-not-loaded' })
    await expectReading(url)
    empty(insideOf(server, disk.path))
    const isThere = async () => expect((await readings.goals(url)).body).toContain('"kept"')
    await vi.waitFor(isThere, { timeout: 60_000, interval: 200 })
  })

  it('serves a folder that can only be read, says so, and refuses to write', async () => {
    const server = onReadOnly(company, command('start', '--data', company, '--port', '0'))
    const { url, owner, stderr } = await serving(server)
    await expectReading(url)
    const sentence = 'can only be read, so reports are served and nothing is changed.'
    expect(JSON.parse((await readings.status(url)).body).notices).toEqual([`${company} ${sentence}`])
    expect(stderr().split(sentence)).toHaveLength(2)
    for (const write of [putGoal(url, 'g', owner), submitForecast(url, owner), refresh(url)])
      expect(await write).toMatchObject({ status: 503, code: 'folder-read-only' })
    expect(stderr()).not.toMatch(/ at .*:\d+/)
  })

  it.each([
    ['rebuild', 1],
    ['doctor', 0],
    ['settings', 0],
  ])('runs %s over a folder that can only be read, or refuses it in one sentence', async (name, code) => {
    const end = await ended(onReadOnly(company, command(name, '--data', company)))
    expect(end).toMatchObject({ code })
    if (code) expect(end.stderr).toMatch(/^[^\n]+can be read and not written[^\n]+\.\n$/)
  })
})

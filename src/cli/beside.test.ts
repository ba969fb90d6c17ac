import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { madeBeside } from './beside.ts'

let parent = ''
let place = ''
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'plumbline-beside-'))
  place = join(parent, 'web')
})
afterEach(() => rmSync(parent, { recursive: true }))

const page = () => readFileSync(join(place, 'page'), 'utf8')
const stamped = (stamp: string) => () =>
  existsSync(join(place, 'stamp')) && readFileSync(join(place, 'stamp'), 'utf8') === stamp

/** Writes a folder in two steps, and waits between them until it is told to go on. */
function writing(stamp: string, page: string) {
  const [halfway, onward] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const done = madeBeside(place, stamped(stamp), async (folder) => {
    writeFileSync(join(folder, 'page'), page)
    halfway.resolve()
    await onward.promise
    writeFileSync(join(folder, 'stamp'), stamp)
  })
  return { halfway: halfway.promise, goOn: onward.resolve, done }
}

async function write(stamp: string, page: string): Promise<void> {
  const { goOn, done } = writing(stamp, page)
  goOn()
  await done
}

describe('a folder that is made beside its place', () => {
  it('is there when it is whole, in place of the former one, and nothing else is left', async () => {
    await write('1', 'first')
    const second = writing('2', 'second')
    await second.halfway
    expect(page()).toBe('first')
    second.goOn()
    await second.done
    expect([page(), readdirSync(parent)]).toEqual(['second', ['web']])
  })

  it('is one of the two that are made at once, and whole', async () => {
    await write('1', 'first')
    const [one, other] = [writing('2', 'by one'), writing('2', 'by the other')]
    await Promise.all([one.halfway, other.halfway])
    other.goOn()
    await other.done
    one.goOn()
    await one.done
    expect([page(), readdirSync(parent)]).toEqual(['by the other', ['web']])
  })

  it('leaves the former one where it could not be made', async () => {
    await write('1', 'first')
    const failing = madeBeside(place, stamped('2'), async () => {
      throw new Error('no room')
    })
    await expect(failing).rejects.toThrow('no room')
    expect([page(), readdirSync(parent)]).toEqual(['first', ['web']])
  })
})

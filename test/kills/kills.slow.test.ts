import { afterAll, expect, it } from 'vitest'
import { temporaryFolder } from '../cli/plumbline.ts'
import { killing } from './campaign.ts'
import { kinds } from './kinds.ts'

const times = 40
const seed = Number(process.env.PLUMBLINE_SEED ?? Math.floor(Math.random() * 1_000_000))

const folder = await temporaryFolder()
afterAll(() => folder[Symbol.asyncDispose]())

it.each(kinds.map(([kind, share]) => ({ kind, share, name: kind.name })))(
  `loses and doubles nothing that was acknowledged by: $name (PLUMBLINE_SEED=${seed} runs it again)`,
  async ({ kind, share }) => {
    const outcome = await killing(kind, Math.round(times * share), seed, folder.path)
    expect(outcome).toMatchObject({ lost: 0, doubled: 0, torn: 0, wrong: [] })
  },
  300_000,
)

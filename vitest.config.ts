import { defineConfig } from 'vitest/config'
import ProcessesFirst from './test/order.ts'

const slow = '**/*.slow.test.ts'
const laws = '**/*laws.test.ts'

/** They end what hangs. The longest of each took two thirds of it at most with ten others at work on each core; what takes more says so itself. */
const patience = (milliseconds: number) => ({
  testTimeout: milliseconds,
  hookTimeout: milliseconds,
  expect: { poll: { timeout: milliseconds / 2 } },
})

/**
 * Of these files each waits much of its time: for a disk, a process that it started, a page. One more than two cores keeps
 * both at work; unit tests wait for nothing.
 */
const waiting = { maxWorkers: 3, sequence: { groupOrder: 1 } }

// All that is random in a run comes from one number; `fixtures/seeded.ts` hands it on.
process.env.PLUMBLINE_SEED ??= String(Math.floor(Math.random() * 2 ** 31))

/** `unit` takes seconds and is the check; `laws` hold over random data; `slow` starts processes; `browser` drives the screen. */
export default defineConfig({
  test: {
    // Compiled modules are kept between runs: compiling them is a third of the check.
    experimental: { fsModuleCache: true },
    maxWorkers: 2,
    sequence: { sequencer: ProcessesFirst },
    reporters: ['default', './test/again.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'fixtures/**/*.test.ts'],
          exclude: [slow, laws],
          // Tests share the modules of their worker: loading them anew for each file is most of the time.
          isolate: false,
          ...patience(15_000),
        },
      },
      { test: { name: 'laws', include: [laws], isolate: false, ...waiting, ...patience(60_000) } },
      {
        test: {
          name: 'slow',
          include: ['test/**/*.test.ts', slow],
          exclude: ['test/browser/**'],
          globalSetup: 'test/screen-built.ts',
          isolate: false,
          ...waiting,
          // Installs, kills and full disks: some go through the whole program many times.
          ...patience(300_000),
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/server.ts',
          isolate: false,
          // A page takes more than a core while it is drawn, and waits for nothing else.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          ...patience(60_000),
        },
      },
    ],
  },
})

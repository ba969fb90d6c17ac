import { defineConfig } from 'vitest/config'

const slow = '**/*.slow.test.ts'
const laws = '**/*laws.test.ts'

// All that is random in a run comes from one number; `fixtures/seeded.ts` hands it on.
process.env.PLUMBLINE_SEED ??= String(Math.floor(Math.random() * 2 ** 31))

/** `unit` takes seconds and is the check; `laws` hold over random data; `slow` starts processes; `browser` drives the screen. */
export default defineConfig({
  test: {
    // Compiled modules are kept between runs: compiling them is a third of the check.
    experimental: { fsModuleCache: true },
    maxWorkers: 2,
    reporters: ['default', './test/again.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'fixtures/**/*.test.ts'],
          exclude: [slow, laws],
          // Tests share the modules of their worker: loading them anew for each file is most of the time.
          isolate: false,
          testTimeout: 15_000,
        },
      },
      { test: { name: 'laws', include: [laws], isolate: false, testTimeout: 120_000, hookTimeout: 120_000 } },
      {
        test: {
          name: 'slow',
          include: ['test/**/*.test.ts', slow],
          exclude: ['test/browser/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/server.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

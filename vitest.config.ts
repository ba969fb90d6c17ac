import { defineConfig } from 'vitest/config'

const slow = '**/*.slow.test.ts'
const laws = '**/*laws.test.ts'

/** `unit` takes seconds and is the check; `laws` hold over random data; `slow` starts processes; `browser` drives the screen. */
export default defineConfig({
  test: {
    // Compiled modules are kept between runs: compiling them is a third of the check.
    experimental: { fsModuleCache: true },
    maxWorkers: 2,
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

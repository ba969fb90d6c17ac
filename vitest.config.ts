import { defineConfig } from 'vitest/config'

/** `unit` takes seconds and is part of the check; `slow` starts processes; `browser` drives the screen. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'fixtures/**/*.test.ts'],
          exclude: ['**/*.slow.test.ts'],
          // Tests share the modules of their worker: loading them anew for each file is most of the time.
          isolate: false,
          testTimeout: 15_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['test/**/*.test.ts', 'src/**/*.slow.test.ts'],
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

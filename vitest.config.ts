import { defineConfig } from 'vitest/config'

// Two kinds of tests. Pure ones touch no database and run in the round of the embedded engine only; all others run on
// both engines: ENGINE=pglite (default) or ENGINE=postgres, each file in a clone of its own.
const tests = [
  'app/**/*.test.{ts,tsx}',
  'tests/**/*.test.{ts,tsx}',
  'database/**/*.test.ts',
  'demo/**/*.test.ts',
  'tools/**/*.test.ts',
]
const pure = [
  'app/core/**/*.test.ts',
  'app/ui/**/*.test.{ts,tsx}',
  'app/browser/**/*.test.ts',
  'app/**/rules/**/*.test.ts',
  'tests/docs.test.ts',
  'tests/house.test.ts',
]

const inPure = { name: 'pure', include: pure }
const inDatabase = {
  name: process.env.ENGINE ?? 'pglite',
  include: tests,
  exclude: pure,
  globalSetup: 'tests/support/global-setup.ts',
}
const projects = process.env.ENGINE === 'postgres' ? [inDatabase] : [inPure, inDatabase]

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    setupFiles: 'tests/support/setup.ts',
    projects: projects.map((test) => ({ extends: true as const, test })),
  },
})

import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Everything that needs no page. What needs one is in test/e2e and runs with Playwright. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    // Colours are read from a stylesheet, which would otherwise be empty.
    css: true,
    // Tests wait for disks and servers more than they compute: by itself one core less than there are would do.
    maxWorkers: availableParallelism() + 1,
    // Databases and servers are real, and a busy machine is slow.
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
})

import { test as base } from '@playwright/test'
import { startServerProcess, type ServerProcess } from './start-server.ts'

/** Playwright's `test` with a server: one for each worker, which its tests share. */
export const test = base.extend<object, { server: ServerProcess }>({
  server: [
    async ({}, use) => {
      const server = await startServerProcess()
      await use(server)
      await server.dispose()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
})

/** Playwright's `test` with a server that nobody else has used. */
export const testAlone = base.extend<{ server: ServerProcess }>({
  server: [
    async ({}, use) => {
      const server = await startServerProcess()
      await use(server)
      await server.dispose()
    },
    { timeout: 180_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
})

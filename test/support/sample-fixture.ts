import { test as base } from '@playwright/test'
import { sampleArticles } from './sample-articles.ts'
import { sampleProject } from './sample-project.ts'
import { startServerProcess, type ServerProcess } from './start-server.ts'

/** Playwright's `test` with a server of these files of content: one for each worker, which its tests share. */
export const testWith = (files: Record<string, string>, environment: Record<string, string> = {}) =>
  base.extend<object, { server: ServerProcess }>({
    server: [
      async ({}, use) => {
        const project = sampleProject(files)
        const server = await startServerProcess(environment, 'scripts/start.ts', project.root)
        await use(server)
        await server.dispose()
        project.remove()
      },
      { scope: 'worker', timeout: 180_000 },
    ],
    baseURL: async ({ server }, use) => use(server.url),
  })

/** Playwright's `test` with a server of the sample articles. */
export const test = testWith(sampleArticles)

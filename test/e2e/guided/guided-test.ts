import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { test as base } from '@playwright/test'
import type { SurveyResponse } from '../../../api/contract/survey-responses.ts'
import { startApiProcess, type ServerProcess } from '../../support/start-server.ts'
import { definitions } from './definitions.ts'
import { serveHostPage } from './host-page.ts'

const root = join(import.meta.dirname, '../../..')

/**
 * The definitions of this project without what it shows to people, and those of a test instead.
 *
 * @param left - What is not copied.
 */
export function makeRoot(files: Record<string, string>, left: RegExp): string {
  const copy = mkdtempSync(join(tmpdir(), 'cairn-guided-'))
  for (const folder of ['content', 'surveys']) {
    cpSync(join(root, folder), join(copy, folder), { recursive: true, filter: (path) => !left.test(path) })
  }
  // A person of these tests meets more in a minute than anybody should in a week.
  writeFileSync(join(copy, 'content/interruptions.yaml'), 'perDay: 2\nperWeek: 9\n')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), text.trimStart())
  }
  return copy
}

/** Playwright's `test` with a host page of another origin, for a person whom nobody has met. */
export const test = base.extend<
  {
    user: string
    host: (path?: string, query?: string) => string
    facts: (event: string) => Promise<Fact[]>
    /** What the person answered, survey by survey. */
    answers: () => Promise<Pick<SurveyResponse, 'answers' | 'completed'>[]>
  },
  { cairn: ServerProcess; origin: string }
>({
  cairn: [
    async ({}, use) => {
      const copy = makeRoot(definitions, /content\/(help-panel|(articles|programs|tours|announcements)\/)/)
      const server = await startApiProcess({ TEST_ROOT: copy, TEST_DIST: 'dist' })
      await use(server)
      await server.dispose()
      rmSync(copy, { recursive: true })
    },
    { scope: 'worker' },
  ],
  origin: [
    async ({ cairn }, use) => {
      const page = await serveHostPage(cairn.url, cairn.writeKey)
      await use(`http://127.0.0.1:${(page.address() as AddressInfo).port}`)
      page.closeAllConnections()
      await new Promise((resolve) => page.close(resolve))
    },
    { scope: 'worker' },
  ],
  user: async ({}, use) => use(crypto.randomUUID()),
  host: async ({ origin, user }, use) => use((path = '/', query = '') => `${origin}${path}?user=${user}${query}`),
  facts: async ({ cairn, user }, use) =>
    use(async (event) => {
      const address = `${cairn.url}/v1/events?user=${user}&event=${event}`
      const response = await fetch(address, { headers: { Authorization: `Bearer ${cairn.secretKey}` } })
      return ((await response.json()) as { data: Fact[] }).data
    }),
  answers: async ({ cairn, user }, use) =>
    use(async () => {
      const headers = { Authorization: `Bearer ${cairn.secretKey}` }
      const response = await fetch(`${cairn.url}/v1/users/${user}/export`, { headers })
      const { surveyResponses } = (await response.json()) as { surveyResponses: SurveyResponse[] }
      return surveyResponses.map(({ answers, completed }) => ({ answers, completed }))
    }),
})

interface Fact {
  properties: Record<string, unknown>
}

/** Calls Cairn on the page. */
export const call = (page: Page, ...given: unknown[]) =>
  page.evaluate((queued) => (window as unknown as { cairn: unknown[] }).cairn.push(queued), given)

/** A step of a tour, by its heading. */
export const step = (page: Page, name: string) => page.getByRole('dialog', { name })

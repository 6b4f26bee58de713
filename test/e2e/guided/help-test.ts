import { rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { startApiProcess, type ServerProcess } from '../../support/start-server.ts'
import { call, makeRoot, test as base } from './guided-test.ts'

const definitions: Record<string, string> = {
  'content/help-panel.yaml': `
pages: [/, /second, /students/*]
suggestions:
  - { url: /second, articles: [planning/conflicts, planning/book-lesson] }
`,
  'content/programs/guided.yaml': `
title: Learn it
segments: [guided]
steps:
  - id: invite
    title: Invite somebody
    completesOn: { event: team_invited }
    resources: [{ type: article, title: What to do about conflicts, target: planning/conflicts }]
  - { id: vehicle, title: Add a vehicle, completesOn: { event: vehicle_added } }
`,
  'content/announcements/older.yaml': `
title: An older one
text: It was **new** once.
from: '2026-01-05'
start: { event: students_imported }
`,
  'content/announcements/newer.yaml': `
title: A newer one
text: Read it.
from: '2026-02-03'
start: { event: availability_set }
actions: [{ title: See the steps, type: open, target: guided }]
`,
}

/** Playwright's `test` with the host page of other tests, on a server that has articles and a button for help. */
export const test = base.extend<object, { root: string; cairn: ServerProcess }>({
  root: [
    async ({}, use) => {
      const copy = makeRoot(definitions, /content\/(programs|tours|announcements)\//)
      await use(copy)
      rmSync(copy, { recursive: true })
    },
    { scope: 'worker' },
  ],
  cairn: [
    async ({ root }, use) => {
      const server = await startApiProcess({ TEST_ROOT: root, TEST_DIST: 'dist' })
      await use(server)
      await server.dispose()
    },
    { scope: 'worker' },
  ],
})

/** The panel, and the button that opens it. */
export const panel = (page: Page, name = 'Help') => page.getByRole('dialog', { name })
export const launcher = (page: Page) => page.getByRole('button', { name: /^(Help|Aide)\b/ })

/** Opens the panel on a page. */
export async function openHelp(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await launcher(page).click()
}

/** Makes the account of the person one with a checklist. */
export const enrol = (page: Page, user: string) => call(page, 'group', `guided-${user}`, { segment: 'guided' })

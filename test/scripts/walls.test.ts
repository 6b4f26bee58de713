import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, test } from 'vitest'

// The project's own configuration, but without types: a snippet is in no project.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] })

const wallRules = ['@typescript-eslint/no-restricted-imports', 'no-restricted-syntax', 'no-restricted-properties']

async function messagesFor(filePath: string, code: string) {
  const source = filePath.endsWith('.astro') ? `---\n${code}\n---\n` : `${code}\n`
  const [result] = await eslint.lintText(source, { filePath })
  const messages = result?.messages ?? []
  const broken = messages.find((message) => message.fatal)
  if (broken) throw new Error(broken.message)
  return messages.filter(({ ruleId }) => ruleId && wallRules.includes(ruleId)).map(({ message }) => message)
}

const onlyZod = 'imports nothing but zod'
const byId = 'refer to each other by id'
const typesOnly = 'A pure rule imports types only'
const contractOnly = 'Of the API only api/contract is open to others'
const noDatabase = 'Routes never touch the database'
const noZod = 'schemas would bring zod along'
const noBrowserCode = 'api/ serves the browser and never imports what runs in it'
const noBarrel = 'Only sdk/index.ts passes on what other files export'

const refused: [where: string, code: string, why: string][] = [
  ['content/schema.ts', `import { Hono } from 'hono'`, onlyZod],
  ['content/schema.ts', `import { readFile } from 'node:fs/promises'`, onlyZod],
  ['content/schema.ts', `import { db } from '../api/db/client.ts'`, onlyZod],
  ['content/schema.ts', `export const lazy = () => import('../api/app.ts')`, onlyZod],
  ['content/schema.ts', `import type { Survey } from '../surveys/schema.ts'`, byId],
  ['surveys/schema.ts', `import type { Program } from '../content/schema.ts'`, byId],
  ['surveys/schema.ts', `import { parse } from 'yaml'`, onlyZod],
  ['content/progress.ts', `import { z } from 'zod'`, typesOnly],
  ['content/progress.ts', `import { Program } from './schema.ts'`, typesOnly],
  ['content/article-address.ts', `import { Locale } from './schema.ts'`, typesOnly],
  ['content/localise.ts', `import { defaultLocale } from './schema.ts'`, typesOnly],
  ['surveys/flow.ts', `import { Question } from './schema.ts'`, typesOnly],
  ['surveys/scoring.ts', `import { z } from 'zod'`, typesOnly],

  ['search/query/rank.ts', `import { z } from 'zod'`, 'imports nothing but itself'],
  [
    'search/query/rank.ts',
    `import { articleUrl } from '../../content/article-address.ts'`,
    'imports nothing but itself',
  ],

  ['api/app.ts', `import { createCairn } from '../sdk/index.ts'`, noBrowserCode],
  ['api/programs/list.ts', `import { site } from '../../site/lib/library.ts'`, noBrowserCode],
  ['api/routes/state.ts', `import { accounts } from '../db/schema.ts'`, noDatabase],
  ['api/routes/state.ts', `import type { Database } from '../db/client.ts'`, noDatabase],
  ['api/routes/state.ts', `import { eq } from 'drizzle-orm'`, noDatabase],
  ['api/routes/state.ts', `import { sql } from 'drizzle-orm/sqlite-core'`, noDatabase],
  ['api/routes/state.ts', `import { createClient } from '@libsql/client'`, noDatabase],
  ['api/contract/state.ts', `import { app } from '../app.ts'`, 'imports nothing but its schema library'],

  ['sdk/ui/mount.ts', `import { tokens } from '../../site/styles/tokens.ts'`, 'never imports the help center'],
  ['sdk/client/queue.ts', `import { randomUUID } from 'node:crypto'`, 'there is no Node'],
  ['sdk/client/queue.ts', `import { randomUUID } from 'crypto'`, 'there is no Node'],
  ['sdk/client/queue.ts', `import { z } from 'zod'`, 'never carries the validation or routing of the server'],
  ['sdk/client/queue.ts', `import { Hono } from 'hono'`, 'never carries the validation or routing of the server'],
  ['sdk/client/queue.ts', `import { eq } from 'drizzle-orm'`, 'never imports a database'],
  ['sdk/client/queue.ts', `import type { App } from '../../api/app.ts'`, contractOnly],
  ['sdk/client/queue.ts', `import { StateAnswer } from '../../api/contract/state.ts'`, noZod],
  ['sdk/client/queue.ts', `export const lazy = () => import('../../api/contract/state.ts')`, noZod],
  ['sdk/checklist/Checklist.tsx', `import { Program } from '../../content/schema.ts'`, noZod],
  ['sdk/survey/Survey.tsx', `import { Survey } from '../../surveys/schema.ts'`, noZod],

  ['site/console/client.ts', `import type { App } from '../../api/app.ts'`, contractOnly],
  ['site/pages/index.astro', `import { db } from '../../api/db/client.ts'`, contractOnly],
  [
    'site/pages/index.astro',
    `import { startServer } from '../../test/support/start-server.ts'`,
    'Nothing imports test/',
  ],
  ['scripts/demo.ts', `import { Button } from '../site/demo/Button.tsx'`, 'never imports it'],
  ['scripts/demo.ts', `import { createCairn } from '../sdk/index.ts'`, 'never imports it'],

  ['api/events/index.ts', `export * from './ingest.ts'`, noBarrel],
  ['sdk/client/all.ts', `export { queue } from './queue.ts'`, noBarrel],
  ['test/api/app.test.ts', `import { vi } from 'vitest'\nvi.mock('../../api/app.ts')`, 'No module is mocked'],
]

test.each(refused)('%s is told why it may not say: %s', async (where, code, why) => {
  expect((await messagesFor(where, code)).join('\n')).toContain(why)
})

const allowed: [where: string, code: string][] = [
  ['content/schema.ts', `import { z } from 'zod'`],
  ['content/check-measures.ts', `import { Measure } from './schema.ts'`],
  ['content/progress.ts', `import type { Program } from './schema.ts'`],
  ['surveys/flow.ts', `import type { Question } from './schema.ts'`],
  ['api/programs/progress.ts', `import { progress } from '../../content/progress.ts'`],
  ['api/programs/list.ts', `import { eq } from 'drizzle-orm'`],
  ['api/programs/list.ts', `import { programs } from '../db/schema.ts'`],
  ['api/routes/programs.ts', `import { listPrograms } from '../programs/list.ts'`],
  ['api/routes/programs.ts', `import { ProgramView } from '../contract/definitions.ts'`],
  ['api/contract/accounts.ts', `import { z } from '@hono/zod-openapi'\nimport { Enrolment } from './onboarding.ts'`],
  ['sdk/client/queue.ts', `import type { StateAnswer } from '../../api/contract/state.ts'`],
  ['sdk/client/queue.ts', `import { limits } from '../../api/contract/limits.ts'`],
  ['sdk/checklist/Checklist.tsx', `import { progress } from '../../content/progress.ts'`],
  ['sdk/survey/Survey.tsx', `import { nextQuestion } from '../../surveys/flow.ts'`],
  ['sdk/client/start.ts', `export const lazy = () => import('../survey/show-survey.ts')`],
  ['sdk/build.ts', `import { readFile } from 'node:fs/promises'`],
  ['sdk/build/emit-declarations.ts', `import { join } from 'node:path'`],
  ['sdk/index.ts', `export { createCairn } from './client/create-cairn.ts'`],
  ['site/console/client.ts', `import type { Account } from '../../api/contract/accounts.ts'`],
  ['site/pages/index.astro', `import Base from '../layouts/Base.astro'`],
  ['scripts/build.ts', `import { buildSdk } from '../sdk/build.ts'`],
  ['scripts/check-content.ts', `import { loadDefinitions } from '../api/definitions/load.ts'`],
  ['test/api/app.test.ts', `import { createApp } from '../../api/app.ts'`],
]

test.each(allowed)('%s may say: %s', async (where, code) => {
  expect(await messagesFor(where, code)).toEqual([])
})

test.each(['api/utils.ts', 'sdk/helpers/queue.ts', 'site/lib/common.ts', 'api/events/types.ts', 'test/misc/a.test.ts'])(
  '%s is refused as a drawer for anything',
  async (filePath) => {
    const [result] = await eslint.lintText('export const one = 1\n', { filePath })
    expect(result?.messages.map(({ message }) => message).join('\n')).toContain('is a drawer for anything')
  },
)

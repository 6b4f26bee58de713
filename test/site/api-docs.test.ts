import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exampleBodies } from '../../site/api-docs/example-bodies.ts'
import { listOperations } from '../../site/api-docs/list-operations.ts'
import type { OpenApi } from '../../site/api-docs/openapi.ts'
import { examplePath, writeCurl } from '../../site/api-docs/write-curl.ts'
import { createTestApp } from '../support/create-test-app.ts'

it('shows examples that the API takes as they are', async () => {
  const app = await createTestApp()
  const { services, request } = app
  const description = await app.read<OpenApi>('/v1/openapi.json')
  const operations = listOperations(description).flatMap((group) => group.operations)

  for (const [name, example] of Object.entries(exampleBodies)) {
    const operation = operations.find(({ method, path }) => name === `${method} ${path}`)
    if (!operation) throw new Error(`"${name}" is no operation of the API any more`)
    const body = name === 'post /v1/session' ? { secretKey: services.keys.secret } : example
    const response = await request(examplePath(operation.path), {
      method: 'POST',
      headers: { Authorization: `Bearer ${services.keys.secret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(`${name} ${response.status}: ${await response.text()}`).toMatch(/^\S+ \S+ 20[04]: (?!.*"detail")/s)
  }
})

it('gives every operation an anchor of its own and a command that names it', async () => {
  const app = await createTestApp()
  const description = await app.read<OpenApi>('/v1/openapi.json')
  const operations = listOperations(description).flatMap((group) => group.operations)
  const schemas = description.components?.schemas ?? {}

  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  for (const operation of operations) {
    expect(writeCurl(operation, { origin: 'https://cairn.example', schemas })).toContain(
      `"https://cairn.example${examplePath(operation.path)}"`,
    )
  }
})

it('calls the keys in every example what the environment of the server calls them', async () => {
  const app = await createTestApp()
  const description = await app.read<OpenApi>('/v1/openapi.json')
  const shown = { origin: 'https://cairn.example', schemas: description.components?.schemas ?? {} }
  const commands = listOperations(description).flatMap(({ operations }) =>
    operations.map((operation) => writeCurl(operation, shown)),
  )
  const root = join(import.meta.dirname, '../..')
  const guides = ['README.md', ...globSync('docs/*.md', { cwd: root }), 'site/console/accounts/FirstEvent.tsx']
  const examples = [...commands, ...guides.map((path) => readFileSync(join(root, path), 'utf8'))].join('\n')

  expect([...new Set(examples.match(/\$\{?\w*KEY\b/g))].toSorted()).toEqual(['$SECRET_KEY', '$WRITE_KEY'])
  expect(examples).not.toMatch(/curl .* (-u|Bearer) *[ps]k_/)
})

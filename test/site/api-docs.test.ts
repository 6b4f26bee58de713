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

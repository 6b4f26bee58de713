import type { z } from '@hono/zod-openapi'
import { expect, it } from 'vitest'
import { Account } from '../../api/contract/accounts.ts'
import { Act } from '../../api/contract/audit-log.ts'
import { StoredEvent } from '../../api/contract/events.ts'
import { Health } from '../../api/contract/health.ts'
import { Message } from '../../api/contract/ingest.ts'
import { Key, NewKey } from '../../api/contract/keys.ts'
import { Mail } from '../../api/contract/mails.ts'
import { Enrolment } from '../../api/contract/onboarding.ts'
import { Problem, problems } from '../../api/contract/problem.ts'
import { RejectedMessage } from '../../api/contract/rejected-messages.ts'
import { SurveyResponse, SurveyResponseRequest } from '../../api/contract/survey-responses.ts'
import { NpsResults } from '../../api/contract/survey-results.ts'
import { Erasure, KnownUser, TraitChange, User } from '../../api/contract/users.ts'
import { createTestApp } from '../support/create-test-app.ts'

/** What the tests read of an OpenAPI document. */
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

interface Operation {
  summary?: string
  description?: string
  parameters?: { name: string; in: string; description?: string; schema: Schema }[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}

type Content = Record<string, { schema: Schema }>

interface Schema {
  $ref?: string
  description?: string
  example?: unknown
  properties?: Record<string, Schema>
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

const readDocument = async () => (await createTestApp()).read<Document>('/v1/openapi.json')

const operationsOf = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, method, path, operation })),
  )

/** Everything inside a schema that has a name, by its path; what is only referred to is listed where it is defined. */
function namedIn(schema: Schema, at: string): [path: string, schema: Schema][] {
  const { properties = {}, items, additionalProperties, anyOf = [], oneOf = [], allOf = [] } = schema
  return [
    ...Object.entries(properties).flatMap(([name, field]): [string, Schema][] => [
      [`${at}.${name}`, field],
      ...namedIn(field, `${at}.${name}`),
    ]),
    ...(items ? namedIn(items, `${at}[]`) : []),
    ...(typeof additionalProperties === 'object' ? namedIn(additionalProperties, `${at}.*`) : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((variant) => namedIn(variant, at)),
  ]
}

const bodyOf = (content: Content | undefined, at: string) =>
  Object.values(content ?? {}).flatMap(({ schema }) => namedIn(schema, at))

it('says of every operation, parameter, component and field what it means', async () => {
  const document = await readDocument()
  const components = Object.entries(document.components.schemas)
  const operations = operationsOf(document)
  const isSaid = ({ $ref, description }: Schema): boolean => {
    const target = components.find(([name]) => $ref === `#/components/schemas/${name}`)
    return Boolean(description ?? target?.[1].description)
  }
  const fields = [
    ...components,
    ...components.flatMap(([name, schema]) => namedIn(schema, name)),
    ...operations.flatMap(({ name, operation }) => [
      ...bodyOf(operation.requestBody?.content, `${name} body`),
      ...Object.entries(operation.responses).flatMap(([status, { content }]) => bodyOf(content, `${name} ${status}`)),
    ]),
  ]
  const parameters = operations.flatMap(({ name, operation }) =>
    (operation.parameters ?? []).map((parameter) => ({ ...parameter, name: `${name} ?${parameter.name}` })),
  )

  expect(fields.length).toBeGreaterThan(200)
  expect([
    ...fields.filter(([, schema]) => !isSaid(schema)).map(([path]) => path),
    ...parameters.filter(({ description }) => !description).map(({ name }) => name),
    ...operations.filter(({ operation }) => !operation.summary || !operation.description).map(({ name }) => name),
  ]).toEqual([])
})

it('ends what it says of a field with a full stop', async () => {
  const document = await readDocument()
  const said = Object.entries(document.components.schemas).flatMap(([name, schema]) => namedIn(schema, name))

  expect(said.filter(([, { description }]) => description && !/[^.]\.$/.test(description))).toEqual([])
})

it('shows examples that fit their schemas', async () => {
  const { components } = await readDocument()
  const shown: Record<string, z.ZodType> = {
    Account,
    Act,
    Enrolment,
    Erasure,
    Event: StoredEvent,
    Health,
    Key,
    KnownUser,
    Mail,
    Message,
    NewKey,
    NpsResults,
    Problem,
    RejectedMessage,
    SurveyResponse,
    SurveyResponseRequest,
    TraitChange,
    User,
  }
  for (const [name, { example }] of Object.entries(components.schemas)) {
    if (example !== undefined) expect(shown[name]?.parse(example), name).toEqual(example)
  }
  for (const name of Object.keys(shown)) expect(components.schemas[name]?.example, name).toBeDefined()
})

it('names the errors of every operation, each a problem', async () => {
  for (const { name, operation } of operationsOf(await readDocument())) {
    const errors = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400)
    expect(errors.length, name).toBeGreaterThan(0)
    for (const [status, { description, content }] of errors) {
      const problem = Object.values(problems).find((known) => known.status === Number(status))
      expect(description, `${name} ${status}`).toBe(problem?.title)
      expect(content, `${name} ${status}`).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      })
    }
  }
})

it('answers what is wrong with a request as its document says', async () => {
  const app = await createTestApp({ RATE_LIMIT: '0' })
  const document = await app.read<Document>('/v1/openapi.json')
  const { secret, write } = app.services.keys
  const undocumented: string[] = []

  for (const { name, method, path, operation } of operationsOf(document)) {
    const call = async (what: string, { key, body, query = '' }: { key?: string; body?: string; query?: string }) => {
      const response = await app.request(`${path.replace('{id}', 'nowhere')}${query}`, {
        method: method.toUpperCase(),
        headers: { 'Content-Type': 'application/json', ...(key ? { Authorization: `Bearer ${key}` } : {}) },
        ...(body === undefined ? {} : { body }),
      })
      if (!(response.status in operation.responses)) undocumented.push(`${name}: ${what} is ${response.status}`)
    }
    const empty = operation.requestBody ? { body: '{}' } : {}
    await call('no key', empty)
    await call('a wrong key', { ...empty, key: 'pk_wrong' })
    await call('a write key', { ...empty, key: write })
    await call('nothing sent', { ...empty, key: secret })
    if (operation.parameters?.some((parameter) => parameter.in === 'query')) {
      await call('a wrong query', { ...empty, key: secret, query: '?limit=0&from=never&locale=123456789012345678901' })
    }
    if (operation.requestBody) {
      await call('a body that is no JSON', { key: secret, body: '{' })
      await call('a body that is too large', { key: secret, body: JSON.stringify({ large: 'x'.repeat(600_000) }) })
    }
  }
  expect(undocumented).toEqual([])
})

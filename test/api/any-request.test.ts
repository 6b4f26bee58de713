import { z } from 'zod'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Problem } from '../../api/contract/problem.ts'
import { recomputeChanged } from '../../api/health/recompute.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { valuesOf, type Making, type Schema } from '../support/values-of.ts'

interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const requestsPerOperation = 40

/** Words of the shipped definitions and of the people below, so that requests find something. */
const texts = [
  'mia',
  'visitor',
  'linde',
  'school',
  'student_created',
  'nps',
  'csat',
  'score',
  'vectra',
  'school-setup',
  'planning/conflicts',
  'shown',
  'seats_used',
  'en',
  'fr',
]

/** Somebody to ask about. */
async function fill(app: TestApp): Promise<void> {
  const traits = {
    name: 'Linden',
    segment: 'school',
    plan: 'pro',
    mrr: 2 ** 60,
    seats: 3,
    '\ud800': 'odd',
    'a\0b': [1, { c: null }],
  }
  await app.send('/v1/group', { userId: 'mia', groupId: 'linde', traits })
  await app.send('/v1/identify', { userId: 'mia', traits: { email: 'mia@example.com', '': 1, __proto: 2 } })
  for (const event of ['student_created', 'vehicle_added', 'invoice_sent'])
    await app.send('/v1/track', { userId: 'mia', event, properties: traits })
  await app.send('/v1/track', { anonymousId: 'visitor', event: 'signed_in' })
  for (const score of [0, 9, 10]) {
    const response = {
      submissionId: `s${score}`,
      userId: `u${score}`,
      accountId: 'linde',
      answers: { score },
      completed: true,
    }
    await app.send('/v1/surveys/nps/responses', response)
  }
  app.clock.now += 1000
  await recomputeChanged(app.services)
}

/** Reads answers by the schemas of the document itself. */
function answerReader({ components }: Document): (schema: Schema) => z.ZodType {
  const local = <Value>(value: Value) =>
    JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as Value
  const known = new Map<Schema, z.ZodType>()
  return (schema) => {
    const reader = known.get(schema) ?? z.fromJSONSchema(local({ ...schema, $defs: components.schemas }) as never)
    known.set(schema, reader)
    return reader
  }
}

/** A text as it can stand in an address, which odd halves of characters cannot. */
const inAddress = (value: unknown) =>
  encodeURIComponent((typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed())

test('whatever is sent to any route, it answers what its description says, and never fails', async () => {
  const app = await createTestApp({ RATE_LIMIT: '0' })
  await fill(app)
  const document = await app.read<Document>('/v1/openapi.json')
  const readerOf = answerReader(document)
  const { nextCursor } = await app.read<{ nextCursor: string }>('/v1/events?limit=1')
  const making: Making = {
    components: document.components.schemas,
    texts,
    named: {
      event: ['student_created', 'invoice_sent'],
      timestamp: ['2026-03-02T07:00:00.000Z', '2026-03-02'],
      sentAt: ['2026-03-02T08:00:00.000Z', '2026-03-02T02:00:00+02:00'],
      // Of this list, of another, and of nobody.
      cursor: [
        nextCursor,
        ...[
          [1, 'x'],
          [null, ''],
          ['2026-03-02', 'vectra'],
        ].map((place) => btoa(JSON.stringify(place))),
      ],
      measures: [{ seats_used: 0.5 }, {}],
      id: ['linde', 'nps', 'mia', 'nobody'],
      answers: [{ score: 9, improvement: 'More' }, { score: 1e308 }, { '\ud800': '\ud800' }, {}],
    },
  }
  const { secret, write } = app.services.keys
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  expect(operations.length).toBeGreaterThan(25)

  for (const { method, path, operation } of operations) {
    const { parameters = [], requestBody } = operation
    const given = fc.record({
      key: fc.constantFrom(...Array<string>(8).fill(secret), write, 'pk_unknown', undefined),
      parameters: fc.record(
        Object.fromEntries(parameters.map(({ name, schema }) => [name, valuesOf(schema, making, name)])),
        {
          requiredKeys: parameters.flatMap((parameter) => (parameter.in === 'path' ? [parameter.name] : [])),
        },
      ),
      body: requestBody
        ? valuesOf(requestBody.content['application/json']?.schema ?? {}, making)
        : fc.constant(undefined),
    })
    await fc
      .assert(
        fc.asyncProperty(given, async ({ key, parameters: values, body }) => {
          const query = parameters.flatMap(({ name, in: place }) =>
            place === 'query' && name in values ? [`${name}=${inAddress(values[name])}`] : [],
          )
          const address = path.replace(/\{(\w+)\}/g, (_, name: string) => inAddress(values[name]) || 'x')
          const response = await app.request(`${address}?${query.join('&')}`, {
            method,
            headers: { 'Content-Type': 'application/json', ...(key ? { Authorization: `Bearer ${key}` } : {}) },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          })
          const text = await response.text()
          // A path with dots in it leads elsewhere, where there is nothing.
          const allowed = /\/\.{1,2}(\/|$)/.test(address) ? ['404'] : Object.keys(operation.responses)
          expect(allowed).toContain(String(response.status))
          expect(response.status).not.toBe(500)
          if (response.status >= 400) {
            const problem = Problem.parse(JSON.parse(text))
            expect(problem).toMatchObject({ status: response.status, requestId: response.headers.get('X-Request-Id') })
            for (const { detail } of problem.errors ?? []) {
              expect(detail).toMatch(/^["A-Z].*[.?]$/s)
              expect(detail).not.toMatch(/Invalid|expected|received|Too (big|small)|NaN|undefined/)
            }
          } else {
            const schema = operation.responses[response.status]?.content?.['application/json']?.schema
            if (schema && response.headers.get('Content-Type') !== 'application/jsonl')
              readerOf(schema).parse(JSON.parse(text))
          }
        }),
        { numRuns: requestsPerOperation },
      )
      .catch((error: unknown) => {
        throw new Error(`${method} ${path}`, { cause: error })
      })
  }
}, 60_000)

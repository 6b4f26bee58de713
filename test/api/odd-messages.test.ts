import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Account } from '../../api/contract/accounts.ts'
import type { StoredEvent } from '../../api/contract/events.ts'
import type { IngestResult } from '../../api/contract/ingest.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { recomputeChanged } from '../../api/health/recompute.ts'
import { createTestApp } from '../support/create-test-app.ts'

test('any JSON in a batch is taken or refused by its index, and all that was kept can be read back', async () => {
  const app = await createTestApp({ RATE_LIMIT: '0' })
  // Any UTF-16, halves of characters included.
  const anyText = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units))
  const anyTraits = fc.record(
    { name: anyText, segment: anyText, plan: anyText, owner: anyText, stage: anyText, mrr: fc.jsonValue() },
    { requiredKeys: [] },
  )
  const message = fc.record(
    {
      type: fc.constantFrom('track', 'identify', 'group', 'page', 'alias', 'other'),
      messageId: anyText,
      userId: fc.oneof(anyText, fc.integer(), fc.jsonValue()),
      anonymousId: anyText,
      groupId: fc.oneof(anyText, fc.jsonValue()),
      event: fc.oneof(anyText, fc.jsonValue()),
      properties: fc.oneof(fc.dictionary(anyText, fc.jsonValue()), fc.jsonValue()),
      traits: fc.oneof(anyTraits, fc.dictionary(anyText, fc.jsonValue()), fc.jsonValue()),
      timestamp: fc.oneof(
        anyText,
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        fc.double(),
      ),
      context: fc.jsonValue(),
    },
    { requiredKeys: ['type'] },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(message, fc.jsonValue()), { maxLength: 20 }), async (batch) => {
      const response = await app.send('/v1/batch', { batch })
      expect(response.status).toBe(200)
      const result = (await response.json()) as IngestResult
      expect(result.accepted + result.duplicates + result.rejected.length).toBe(batch.length)
      const { data } = await app.read<Page<StoredEvent>>('/v1/events?limit=20')
      const refused = new Set(result.rejected.map(({ index }) => index))
      const taken = batch.filter((_, index) => !refused.has(index)) as { properties?: object }[]
      // Newest first; a message id that came twice leaves one fact, so only whole batches are compared.
      if (result.duplicates === 0) {
        const kept = data.slice(0, result.accepted).reverse()
        expect(kept.map((fact) => fact.properties)).toEqual(taken.map(({ properties }) => wellFormed(properties ?? {})))
      }
      const rejected = await app.services.database.read(['SELECT * FROM rejected_messages ORDER BY id DESC LIMIT 20'])
      expect(rejected[0]?.rows.length).toBeGreaterThanOrEqual(result.rejected.length)
    }),
    { numRuns: 150 },
  )
  app.clock.now += 1
  await recomputeChanged(app.services)
  expect((await app.read<Page<Account>>('/v1/accounts?limit=500')).data).toBeInstanceOf(Array)
})

/** What the server keeps of a value: texts with whole characters, and what JSON can say. */
const wellFormed = (value: object): unknown =>
  JSON.parse(JSON.stringify(value, (_, child: unknown) => (typeof child === 'string' ? child.toWellFormed() : child)))

test('a message nested deeper than 64 levels is refused with a sentence', async () => {
  const app = await createTestApp()
  const nested = (levels: number): object => (levels === 0 ? {} : { in: nested(levels - 1) })
  const send = (levels: number) => app.send('/v1/track', { userId: 'mia', event: 'x', properties: nested(levels) })
  expect((await send(60)).status).toBe(200)
  const refused = await send(70)
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ detail: 'The message is nested more than 64 levels deep.' })
  const deep = `{"userId":"mia","event":"x","properties":${'{"in":'.repeat(50_000)}1${'}'.repeat(50_000)}}`
  expect((await app.send('/v1/track', undefined, { method: 'POST', body: deep })).status).toBe(422)
})

test('traits of odd kinds trouble nobody else', async () => {
  const app = await createTestApp()
  const odd = {
    name: { first: 'L' },
    segment: 5,
    plan: [1],
    mrr: 'ninety',
    owner: null,
    stage: true,
    contract_ends_at: {},
  }
  await app.send('/v1/group', { userId: 'mia', groupId: 'odd', traits: odd })
  await app.send('/v1/group', {
    userId: 'jonas',
    groupId: 'fine',
    traits: { name: 'Fine', segment: 'school', mrr: 9.5 },
  })
  app.clock.now += 1
  expect(await recomputeChanged(app.services)).toBe(2)
  const { data } = await app.read<Page<Account>>('/v1/accounts?sort=-mrr')
  expect(data.map(({ id, mrr, owner }) => ({ id, mrr, owner }))).toEqual([
    { id: 'fine', mrr: 9.5, owner: null },
    { id: 'odd', mrr: null, owner: null },
  ])
  expect(data[1]).toMatchObject({ name: null, segment: '5', plan: null, stage: null })
  expect(await app.read('/v1/accounts/odd/health')).toMatchObject({ scorecard: 'vectra' })
  expect(await app.read('/v1/accounts/odd/onboarding')).toEqual({ data: [], nextCursor: null })
})

test.each(['ab\u0000c', 'a\ud800b', 'x'.repeat(201), 'line\nbreak'])('an id like %j is refused', async (userId) => {
  const app = await createTestApp()
  expect((await app.send('/v1/track', { userId, event: 'signed_in' })).status).toBe(422)
})

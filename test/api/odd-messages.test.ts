import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Account } from '../../api/contract/accounts.ts'
import type { StoredEvent } from '../../api/contract/events.ts'
import type { IngestResult } from '../../api/contract/ingest.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { recomputeDirty } from '../../api/health/recompute.ts'
import { createTestApp } from '../support/create-test-app.ts'

test('any JSON in a batch is taken or refused by its index, and what was taken is read back as it was', async () => {
  const app = await createTestApp({ RATE_LIMIT: '0' })
  const anyText = fc.string({ unit: 'binary', maxLength: 30 })
  const message = fc.record(
    {
      type: fc.constantFrom('track', 'identify', 'group', 'page', 'alias', 'other'),
      userId: fc.oneof(anyText, fc.integer(), fc.jsonValue()),
      anonymousId: anyText,
      groupId: fc.oneof(anyText, fc.jsonValue()),
      event: fc.oneof(anyText, fc.jsonValue()),
      properties: fc.oneof(fc.dictionary(anyText, fc.jsonValue()), fc.jsonValue()),
      traits: fc.oneof(fc.dictionary(anyText, fc.jsonValue()), fc.jsonValue()),
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
      for (const fact of data.slice(0, result.accepted)) expect(fact.timestamp).toMatch(/^\d{4}-\d\d-\d\dT/)
    }),
    { numRuns: 150 },
  )
  app.clock.now += 1
  await recomputeDirty(app.services)
  expect((await app.read<Page<Account>>('/v1/accounts?limit=500')).data).toBeInstanceOf(Array)
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
  expect(await recomputeDirty(app.services)).toBe(2)
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

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

/** What the server keeps of a value: texts with whole characters, names without NUL, and what JSON can say. */
const wellFormed = (value: object): unknown =>
  JSON.parse(JSON.stringify(value), (_, child: unknown) => {
    if (typeof child === 'string') return child.toWellFormed()
    if (typeof child !== 'object' || child === null || Array.isArray(child)) return child
    const entries = Object.entries(child)
    return Object.fromEntries(entries.map(([name, inner]) => [name.toWellFormed().replaceAll('\0', '\ufffd'), inner]))
  })

test('traits of any name are kept and merged, and bring down nobody', async () => {
  const app = await createTestApp()
  const odd = { '': 1, $: 2, 'a.b': 3, '"': 4, '\\': 5, "'": 6, '\u0001': 7, '😀': '😀', mrr: 2 ** 64 }
  const inherited = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1}'
  const sent: object[] = [
    odd,
    JSON.parse(inherited) as object,
    { '\ud800': { 'x\udc00': '\ud801' }, 'a\0b': 'c\0d', a: 1 },
  ]
  for (const [place, traits] of sent.entries()) {
    // The second time they are merged with what is there.
    for (const round of [1, 2]) {
      const ids = { userId: `user-${place}`, groupId: `account-${place}` }
      expect((await app.send('/v1/group', { ...ids, traits: { ...traits, round } })).status).toBe(200)
      expect((await app.send('/v1/identify', { ...ids, traits: { ...traits, round } })).status).toBe(200)
      app.clock.now += 1
    }
  }
  await recomputeChanged(app.services)
  const kept = await Promise.all(
    sent.map(async (_, place) => (await app.read<Account>(`/v1/accounts/account-${place}`)).traits),
  )
  // Compared as text: `toEqual` looks away from names such as __proto__.
  expect(JSON.stringify(kept)).toBe(
    JSON.stringify([
      { ...odd, round: 2 },
      { ...sent[1], round: 2 },
      { '\ufffd': { 'x\ufffd': '\ufffd' }, 'a\ufffdb': 'c\0d', a: 1, round: 2 },
    ]),
  )
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

test('a number that JSON cannot say again is refused, and not taken for nothing', async () => {
  const app = await createTestApp()
  const send = async (traits: string) => {
    const body = `{"userId":"mia","groupId":"linde","traits":${traits}}`
    const answer = await app.send('/v1/group', undefined, { method: 'POST', body })
    return [answer.status, ((await answer.json()) as { detail?: string }).detail]
  }
  expect(await send('{"mrr":90,"balance":-0,"seats":18446744073709551616,"tiny":1e-400}')).toEqual([200, undefined])
  const tooLarge = 'The message has a number that is too large to be kept, such as 1e400.'
  expect(await send('{"mrr":1e400}')).toEqual([422, tooLarge])
  expect(await send('{"list":[{"deep":-1e999}]}')).toEqual([422, tooLarge])
  expect(await app.read<Account>('/v1/accounts/linde')).toMatchObject({ mrr: 90, traits: { balance: 0, tiny: 0 } })
})

test('of two fields of one name the last counts, as everywhere in JSON', async () => {
  const app = await createTestApp()
  const body = '{"userId":"jonas","userId":"mia","event":"x","properties":{"a":1,"a":2}}'
  expect((await app.send('/v1/track', undefined, { method: 'POST', body })).status).toBe(200)
  const { data } = await app.read<Page<StoredEvent>>('/v1/events')
  expect(data).toMatchObject([{ userId: 'mia', properties: { a: 2 } }])
})

test('bytes that are no UTF-8 become replacement characters, but never an id', async () => {
  const app = await createTestApp()
  const send = async (before: string, after: string) => {
    const body = Buffer.concat([Buffer.from(before), Buffer.from([0x66, 0xff, 0xc3, 0x28]), Buffer.from(after)])
    const headers = { Authorization: `Bearer ${app.services.keys.write}`, 'Content-Type': 'application/json' }
    const answer = await app.request('/v1/track', { method: 'POST', headers, body })
    return [answer.status, ((await answer.json()) as { detail?: string }).detail]
  }
  expect(await send('{"userId":"mia","event":"x","properties":{"note":"', '"}}')).toEqual([200, undefined])
  expect(await send('{"event":"x","userId":"', '"}')).toEqual([
    422,
    '"userId" has a character that cannot be read: send UTF-8.',
  ])
  const { data } = await app.read<Page<StoredEvent>>('/v1/events')
  expect(data.map(({ properties }) => properties)).toEqual([{ note: 'f\ufffd\ufffd(' }])
})

test('what people write is kept to its end, and half a character in it harms nobody', async () => {
  const app = await createTestApp()
  const comment = 'Not this\0 one: \ud83d'
  const kept = 'Not this\ufffd one: \ufffd'
  await app.send('/v1/feedback', {
    userId: 'mia',
    article: 'planning/conflicts',
    locale: 'en',
    helpful: false,
    comment,
  })
  expect(await app.read('/v1/articles/insights')).toMatchObject({ data: [{ comments: [{ comment: kept }] }] })
  const response = { submissionId: 's', userId: 'mia', answers: { score: 3, missing: comment }, completed: true }
  // The second time it is merged with what is there.
  for (const round of ['first', 'second']) {
    const sent = await app.send('/v1/surveys/nps/responses', response)
    expect([round, await sent.json()]).toMatchObject([round, { answers: { score: 3, missing: kept } }])
  }
})

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

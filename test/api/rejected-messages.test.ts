import { describe, expect, test } from 'vitest'
import type { Page } from '../../api/contract/pagination.ts'
import type { RejectedMessage, RejectedSummary, ReplayResult } from '../../api/contract/rejected-messages.ts'
import type { StoredEvent } from '../../api/contract/events.ts'
import { expireRejected, removeRejected } from '../../api/rejected-messages/remove.ts'
import { createTestApp, testStart, type TestApp } from '../support/create-test-app.ts'
import { expectRollups } from '../support/expect-rollups.ts'
import { plansOf } from '../support/plans-of.ts'

const day = 24 * 60 * 60 * 1000
const nameless = (messageId: string, more: object = {}) => ({ type: 'track', messageId, userId: 'mia', ...more })

async function send(app: TestApp, batch: object[], sentAt?: string) {
  expect((await app.send('/v1/batch', { batch, sentAt })).status).toBe(200)
  app.clock.now += 1
}

const list = async (app: TestApp, query = '') =>
  (await app.read<Page<RejectedMessage>>(`/v1/rejected-messages?${query}`)).data
const idsOf = async (app: TestApp, query = '') => (await list(app, query)).map(({ messageId }) => messageId)
const replay = (app: TestApp, body: object) => app.read<ReplayResult>('/v1/rejected-messages/replay', body)

async function remove(app: TestApp, path: string) {
  const headers = { Authorization: `Bearer ${app.services.keys.secret}` }
  return app.request(`/v1/rejected-messages${path}`, { method: 'DELETE', headers })
}

describe('rejected messages', () => {
  test('are listed with what was sent and why it was refused, newest first, page by page', async () => {
    const app = await createTestApp()
    await send(app, [nameless('a'), nameless('b'), nameless('c', { event: 'x'.repeat(40_000) })])
    const first = await app.read<Page<RejectedMessage>>('/v1/rejected-messages?limit=2')
    const second = await app.read<Page<RejectedMessage>>(`/v1/rejected-messages?limit=2&cursor=${first.nextCursor}`)
    expect([...first.data, ...second.data].map(({ messageId, reason }) => [messageId, reason])).toEqual([
      ['c', 'too_large'],
      ['b', 'invalid'],
      ['a', 'invalid'],
    ])
    expect(second.nextCursor).toBeNull()
    expect(first.data[0]).toMatchObject({
      replayable: false,
      message: null,
      excerpt: expect.stringContaining('xxx') as string,
    })
    expect(first.data[1]).toMatchObject({
      receivedAt: new Date(testStart).toISOString(),
      detail: 'A track message needs an "event".',
      message: nameless('b'),
      excerpt: null,
      replayable: true,
      userId: 'mia',
    })
  })

  test('are found by reason, key and time', async () => {
    const app = await createTestApp()
    await send(app, [nameless('a'), nameless('b', { event: 'x'.repeat(40_000) })])
    const [{ keyId } = { keyId: null }] = await list(app)
    await send(app, [nameless('c')])
    expect(await idsOf(app, 'reason=too_large')).toEqual(['b'])
    expect(await idsOf(app, `key=${keyId}`)).toEqual(['c', 'b', 'a'])
    expect(await idsOf(app, 'key=other')).toEqual([])
    expect(await idsOf(app, `since=${new Date(testStart + 1).toISOString()}`)).toEqual(['c'])
  })

  test('are read one by one, until they are gone', async () => {
    const app = await createTestApp()
    await send(app, [nameless('a')])
    const [first] = (await list(app)) as [RejectedMessage]
    expect(await app.read<RejectedMessage>(`/v1/rejected-messages/${first.id}`)).toEqual(first)
    await remove(app, `/${first.id}`)
    const headers = { Authorization: `Bearer ${app.services.keys.secret}` }
    const gone = await app.request(`/v1/rejected-messages/${first.id}`, { headers })
    expect([gone.status, await gone.json()]).toMatchObject([404, { code: 'not_found' }])
  })

  test('are counted by what is wrong with them', async () => {
    const app = await createTestApp()
    await send(app, [nameless('a'), { type: 'nonsense' }])
    await send(app, [nameless('b')])
    const { data } = await app.read<Page<RejectedSummary>>('/v1/rejected-messages/summary')
    const [{ id }] = (await list(app)) as [RejectedMessage]
    expect(data).toMatchObject([
      {
        detail: 'A track message needs an "event".',
        count: 2,
        exampleId: id,
        firstAt: new Date(testStart).toISOString(),
      },
      { detail: expect.stringContaining('"type" must be one of') as string, count: 1 },
    ])
  })

  test('are filtered and counted without a look at what was sent', async () => {
    const app = await createTestApp()
    await send(app, [nameless('a'), nameless('b')])
    const since = new Date(testStart).toISOString()
    const filter = { reason: 'invalid', key: 'write', since } as const
    const { services } = app
    // The rows themselves are found by their ids, which the filters have chosen.
    const byId = /^SEARCH rejected_messages USING (INDEX \S+ \(id=\?\)|INTEGER PRIMARY KEY)/
    for (const work of [
      () => list(app),
      () => list(app, `reason=invalid&key=write&since=${since}`),
      () => app.read('/v1/rejected-messages/summary'),
      () => replay(app, {}),
      () => replay(app, filter),
      () => removeRejected(services, filter),
      () => expireRejected(services),
    ]) {
      const steps = (await plansOf(app, work)).filter((step) => /^(SCAN|SEARCH) rejected_messages/.test(step))
      expect(steps.filter((step) => step.includes('COVERING INDEX'))).not.toEqual([])
      expect(steps.filter((step) => !step.includes('COVERING INDEX') && !byId.test(step))).toEqual([])
    }
  })

  test('go when they are old, and the oldest when they are too many', async () => {
    const app = await createTestApp({ REJECTED_DAYS: '7' })
    await send(app, [nameless('a')])
    app.clock.now += 6 * day
    await send(app, [nameless('b'), nameless('c'), nameless('d')])
    expect(await expireRejected(app.services)).toBe(0)
    app.clock.now += day
    expect(await expireRejected(app.services)).toBe(1)
    expect(await idsOf(app)).toEqual(['d', 'c', 'b'])
    expect(await expireRejected(app.services, undefined, 2)).toBe(1)
    expect(await idsOf(app)).toEqual(['d', 'c'])
  })

  test('are removed one by one or by filter, never all by mistake', async () => {
    const app = await createTestApp()
    await send(app, [nameless('a'), nameless('b', { event: 'x'.repeat(40_000) }), nameless('c')])
    expect((await remove(app, '')).status).toBe(422)
    expect(await (await remove(app, '?reason=too_large')).json()).toEqual({ removed: 1 })
    const [last] = await list(app)
    expect((await remove(app, `/${last?.id}`)).status).toBe(204)
    expect((await remove(app, `/${last?.id}`)).status).toBe(404)
    expect(await idsOf(app)).toEqual(['a'])
  })
})

describe('sending rejected messages again', () => {
  test('takes a corrected one as of when it first arrived, once however often it is tried', async () => {
    const app = await createTestApp()
    await send(app, [{ type: 'track', userId: 'mia', context: { groupId: 'linde' } }])
    const [{ id }] = (await list(app)) as [RejectedMessage]
    app.clock.now += 5 * day
    const message = { type: 'track', event: 'invoice_sent', userId: 'mia', context: { groupId: 'linde' } }
    expect(await replay(app, { ids: [id], message })).toMatchObject({ accepted: 1, rejected: [] })
    expect(await list(app)).toEqual([])
    expect((await replay(app, { ids: [id], message })).notReplayable).toMatchObject([{ id }])

    const { data } = await app.read<Page<StoredEvent>>('/v1/events')
    const at = new Date(testStart).toISOString()
    expect(data).toMatchObject([{ messageId: id, event: 'invoice_sent', timestamp: at }])
    expect(data[0]!.receivedAt).toBe(new Date(app.clock.now).toISOString())
    await expectRollups(app.services.database)
  })

  test.each([null, ''])(
    'counts once what is sent again twice at a time, also with the messageId %j',
    async (messageId) => {
      const app = await createTestApp()
      await send(app, [nameless('a')])
      const [{ id } = { id: '' }] = await list(app)
      const message = { ...nameless('a', { event: 'invoice_sent' }), messageId }
      await Promise.all([replay(app, { ids: [id], message }), replay(app, { ids: [id], message })])
      expect((await app.read<Page<StoredEvent>>('/v1/events')).data).toHaveLength(1)
    },
  )

  test('counts what became a fact meanwhile as a duplicate, and takes it off the list', async () => {
    const app = await createTestApp()
    await send(app, [nameless('a')])
    await send(app, [nameless('a', { event: 'invoice_sent' })])
    const [{ id }] = (await list(app)) as [RejectedMessage]
    const message = nameless('a', { event: 'invoice_sent' })
    expect(await replay(app, { ids: [id], message })).toMatchObject({ accepted: 0, duplicates: 1 })
    expect(await list(app)).toEqual([])
  })

  test('names the account that the message names only where a secret key sent it', async () => {
    const app = await createTestApp()
    const batch = (messageId: string) => ({ batch: [nameless(messageId, { accountId: 'linde' })] })
    await app.send('/v1/batch', batch('of a page'))
    await app.read('/v1/batch', batch('of a server'))
    await app.services.database.write([`UPDATE rejected_messages SET payload = json_set(payload, '$.event', 'paid')`])
    expect(await replay(app, { reason: 'invalid' })).toMatchObject({ accepted: 2 })
    const { data } = await app.read<Page<StoredEvent>>('/v1/events?order=oldest')
    expect(data.map(({ messageId, accountId }) => [messageId, accountId])).toEqual([
      ['of a page', null],
      ['of a server', 'linde'],
    ])
  })

  test('corrects the clock by the times of then', async () => {
    const app = await createTestApp()
    const ahead = (minutes: number) => new Date(testStart + minutes * 60_000).toISOString()
    await send(app, [nameless('a', { timestamp: ahead(60) })], ahead(90))
    app.clock.now += day
    const [{ id }] = (await list(app)) as [RejectedMessage]
    await replay(app, { ids: [id], message: nameless('a', { event: 'invoice_sent', timestamp: ahead(60) }) })
    const { data } = await app.read<Page<StoredEvent>>('/v1/events')
    expect(data[0]?.timestamp).toBe(ahead(-30))
  })

  test('leaves what is refused again, with the new reason, and goes on page by page', async () => {
    const app = await createTestApp()
    await send(app, [nameless('a'), nameless('b'), nameless('c')])
    // As if this version took what an older one refused.
    await app.services.database.write([
      `UPDATE rejected_messages SET payload = json_set(payload, '$.event', 'invoice_sent') WHERE message_id = 'b'`,
      `UPDATE rejected_messages SET detail = 'A reason of old.' WHERE message_id = 'c'`,
    ])
    const first = await replay(app, { reason: 'invalid', limit: 2 })
    expect(first).toMatchObject({ accepted: 1, rejected: [{ detail: 'A track message needs an "event".' }] })
    const second = await replay(app, { reason: 'invalid', limit: 2, cursor: first.nextCursor })
    expect(second).toMatchObject({ accepted: 0, nextCursor: null })
    expect((await list(app)).map(({ messageId, detail }) => [messageId, detail])).toEqual([
      ['c', 'A track message needs an "event".'],
      ['a', 'A track message needs an "event".'],
    ])
  })

  test('says which cannot be sent again as they are', async () => {
    const app = await createTestApp()
    await send(app, [nameless('a', { event: 'x'.repeat(40_000) })])
    const [{ id }] = (await list(app)) as [RejectedMessage]
    const result = await replay(app, { ids: [id, 'unknown'] })
    expect(result.notReplayable.map((one) => one.id).sort()).toEqual([id, 'unknown'].sort())
    expect(await replay(app, { ids: [id], message: nameless('a', { event: 'short' }) })).toMatchObject({ accepted: 1 })
  })

  test('believes nobody who could not prove who they are, unless they are named', async () => {
    const app = await createTestApp({ IDENTITY_SECRET: 'a secret of the product' })
    await send(app, [nameless('a', { event: 'invoice_sent' })])
    expect(await replay(app, {})).toMatchObject({ accepted: 0 })
    const [{ id }] = (await list(app, 'reason=unverified')) as [RejectedMessage]
    expect(await replay(app, { ids: [id] })).toMatchObject({ accepted: 1 })
  })

  test('takes one corrected message for one id only', async () => {
    const app = await createTestApp()
    await expect(replay(app, { message: nameless('a') })).rejects.toThrow('422')
  })
})

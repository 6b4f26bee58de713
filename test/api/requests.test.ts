import { describe, expect, test } from 'vitest'
import type { OpenedRequest, SupportRequest, SupportTimes } from '../../api/contract/requests.ts'
import type { StoredEvent } from '../../api/contract/events.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { hashUser } from '../../api/identity.ts'
import { referenceOf } from '../../api/requests/reference.ts'
import { expireFacts } from '../../api/retention/expire-facts.ts'
import { createTestApp, testStart, type TestApp } from '../support/create-test-app.ts'
import { plansOf } from '../support/plans-of.ts'

const secret = 'a secret of the product'
const hour = 60 * 60 * 1000
const after = (hours: number) => new Date(testStart + hours * hour).toISOString()
const asked = { subject: 'Invoices', message: 'They are stuck.', email: 'mia@linde.example', severity: 'P2' }

async function openApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const app = await createTestApp(environment)
  await app.read('/v1/batch', {
    batch: [
      { type: 'group', userId: 'mia', groupId: 'linde', traits: { name: 'Linde', plan: 'enterprise' } },
      { type: 'identify', userId: 'mia', traits: { email: 'Mia@Linde.example' } },
    ],
  })
  return app
}

async function open(app: TestApp, given: object = {}): Promise<OpenedRequest> {
  const response = await app.send('/v1/requests', { ...asked, ...given })
  expect(response.status).toBe(200)
  return (await response.json()) as OpenedRequest
}
const list = async (app: TestApp, query = '') => (await app.read<Page<SupportRequest>>(`/v1/requests?${query}`)).data
const settle = (app: TestApp, id: string, status: string) =>
  app.request(`/v1/requests/${id}`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${app.services.keys.secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ status }),
  })

describe('a request', () => {
  test('of a stranger gets the times that everybody has', async () => {
    const app = await openApp()
    const answer = await open(app, { email: 'somebody@else.example' })
    expect(answer).toEqual({
      id: answer.id,
      reference: referenceOf(answer.id),
      respondBy: after(24),
      resolveBy: after(72),
    })
    expect(await list(app)).toEqual([
      {
        ...asked,
        ...answer,
        acknowledgement: null,
        email: 'somebody@else.example',
        status: 'open',
        locale: 'en',
        tier: 'starter',
        accountId: null,
        accountName: null,
        userId: null,
        identity: 'unknown',
        openedAt: after(0),
        answeredAt: null,
        closedAt: null,
        dueAt: after(24),
        overdue: false,
      },
    ])
  })

  test('with the address of a customer is theirs, and the answer does not tell', async () => {
    const app = await openApp({ IDENTITY_SECRET: secret })
    const stranger = await open(app, { email: 'somebody@else.example' })
    const answer = await open(app)
    const named = { id: '', reference: '' }
    expect({ ...answer, ...named }).toEqual({ ...stranger, ...named })
    const [row] = await list(app, 'account=linde')
    expect(row).toMatchObject({
      tier: 'enterprise',
      accountName: 'Linde',
      userId: 'mia',
      identity: 'email',
      respondBy: after(4),
    })
  })

  test('of a verified user is told the times of their plan, as are times that are asked for', async () => {
    const app = await openApp({ IDENTITY_SECRET: secret })
    const proof = { userId: 'mia', userHash: hashUser('mia', secret) }
    expect(await open(app, proof)).toMatchObject({ respondBy: after(4), resolveBy: after(72) })
    expect(await list(app)).toMatchObject([{ identity: 'verified', tier: 'enterprise' }])
    const timesOf = async (given: object) => {
      const response = await app.send('/v1/requests/times', given)
      return [response.status, (await response.json()) as SupportTimes] as const
    }
    const [, own] = await timesOf(proof)
    expect([own.tier, own.email, own.times[3]]).toEqual([
      'enterprise',
      'Mia@Linde.example',
      {
        ...{ severity: 'P3', firstResponse: '4h', resolution: '7d' },
        ...{ title: 'A question or a blemish', example: 'a label is cut off' },
      },
    ])
    expect((await timesOf({ ...proof, locale: 'fr-CH' }))[1].times[3]).toMatchObject({
      title: 'Une question ou un détail',
    })
    expect((await timesOf({}))[1]).toMatchObject({
      tier: null,
      email: null,
      times: [{ severity: 'P0' }, {}, {}, { firstResponse: '48h' }],
    })
    for (const userHash of [undefined, hashUser('jonas', secret)]) {
      expect((await timesOf({ userId: 'mia', userHash }))[0]).toBe(403)
      expect((await app.send('/v1/requests', { ...asked, userId: 'mia', userHash })).status).toBe(403)
    }
  })

  test('of a user on a server that verifies nobody is theirs, and the answer does not tell', async () => {
    const app = await openApp()
    expect(await open(app, { userId: 'mia' })).toMatchObject({ respondBy: after(24) })
    expect(await list(app)).toMatchObject([{ identity: 'claimed', tier: 'enterprise', accountId: 'linde' }])
  })

  test('that is sent again is one', async () => {
    const app = await openApp()
    await open(app, { id: 'r1' })
    app.clock.now += hour
    await open(app, { id: 'r1', subject: 'Something else' })
    expect(await list(app)).toMatchObject([{ id: 'r1', subject: 'Invoices', openedAt: after(0) }])
  })

  test('that fills in what nobody sees is answered and not stored', async () => {
    const app = await openApp()
    expect(await open(app, { website: 'https://spam.example' })).toMatchObject({ respondBy: after(24) })
    expect(await list(app)).toEqual([])
  })

  test('with wrong fields is refused by each of them', async () => {
    const app = await openApp()
    const response = await app.send('/v1/requests', { subject: ' ', email: 'mia', severity: 'P9' })
    const { errors } = (await response.json()) as { errors: { path: string }[] }
    expect([response.status, errors.map(({ path }) => path).sort()]).toEqual([
      422,
      ['email', 'message', 'severity', 'subject'],
    ])
  })

  test('is one of five from a network, then one a minute, whatever the key may send', async () => {
    const app = await openApp()
    const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress }, headers: {} } })
    const send = async (address: string) =>
      (
        await app.request(
          '/v1/requests',
          {
            method: 'POST',
            headers: { Authorization: `Bearer ${app.services.keys.write}`, 'Content-Type': 'application/json' },
            body: JSON.stringify(asked),
          },
          {
            ...from(address),
            incoming: {
              ...from(address).incoming,
              headers: { authorization: `Bearer ${app.services.keys.write}`, 'content-type': 'application/json' },
            },
          },
        )
      ).status
    const statuses = []
    for (let count = 0; count < 6; count++) statuses.push(await send('192.0.2.1'))
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    expect(await send('192.0.2.2')).toBe(200)
    app.clock.now += 60_000
    expect([await send('192.0.2.1'), await send('192.0.2.1')]).toEqual([200, 429])
  })
})

describe('the clock of a request', () => {
  test('runs to the answer, then to the solution, and ends', async () => {
    const app = await openApp()
    const { id } = await open(app)
    app.clock.now += 5 * hour
    expect(await list(app)).toMatchObject([{ status: 'open', dueAt: after(4), overdue: true }])
    expect(await list(app, 'overdue=true')).toHaveLength(1)
    expect(await (await settle(app, id, 'answered')).json()).toMatchObject({
      status: 'answered',
      answeredAt: after(5),
      dueAt: after(72),
      overdue: false,
    })
    app.clock.now += hour
    expect((await settle(app, id, 'answered')).status).toBe(200)
    expect(await list(app, 'status=answered')).toMatchObject([{ answeredAt: after(5) }])
    expect(await list(app, 'overdue=true')).toEqual([])
    expect(await (await settle(app, id, 'closed')).json()).toMatchObject({ status: 'closed', dueAt: null })
    expect(await list(app)).toEqual([])
    expect(await list(app, 'status=closed')).toMatchObject([{ answeredAt: after(5), closedAt: after(6) }])
    expect((await settle(app, id, 'answered')).status).toBe(422)
    expect((await settle(app, 'nobody', 'closed')).status).toBe(404)
  })

  test('puts what is overdue first, page by page', async () => {
    const app = await openApp()
    await open(app, { id: 'late', severity: 'P3' })
    app.clock.now += 47 * hour
    await open(app, { id: 'soon', severity: 'P3', email: 'x@y.example' })
    await open(app, { id: 'now', severity: 'P0' })
    app.clock.now += 2 * hour
    const first = await app.read<Page<SupportRequest>>('/v1/requests?limit=2')
    const second = await app.read<Page<SupportRequest>>(`/v1/requests?limit=2&cursor=${first.nextCursor}`)
    expect([...first.data, ...second.data].map(({ id, overdue }) => [id, overdue])).toEqual([
      ['late', true],
      ['now', true],
      ['soon', false],
    ])
    expect(await list(app, 'severity=P0')).toMatchObject([{ id: 'now' }])
  })

  test('is written down with who stopped it', async () => {
    const app = await openApp()
    const { id } = await open(app)
    await settle(app, id, 'closed')
    const { data } = await app.read<Page<{ action: string; target: string }>>('/v1/audit-log?action=settleRequest')
    expect(data).toMatchObject([{ action: 'settleRequest', target: `/v1/requests/${id}` }])
  })

  test('is read from the index of what waits', async () => {
    const app = await openApp()
    const steps = async (query: string) =>
      (await plansOf(app, () => list(app, query))).filter((step) => /support_requests|USE TEMP/.test(step))
    expect(await steps('overdue=true')).toEqual([
      'SEARCH support_requests USING INDEX support_requests_due (due_at>? AND due_at<?)',
    ])
    expect(await steps('status=closed')).toEqual([expect.stringMatching(/USING INDEX support_requests_closed/)])
  })
})

const factsOf = async (app: TestApp) => {
  const { data } = await app.read<Page<StoredEvent>>('/v1/events?account=linde')
  return data
    .filter(({ event }) => event?.startsWith('support_request'))
    .map(({ event, userId, timestamp, properties }) => [event, userId, timestamp, properties['requestId']])
}

test('what happens to a request of a customer is a fact of theirs, once', async () => {
  const app = await openApp()
  const opened = ['support_request_opened', 'mia', new Date(app.clock.now).toISOString(), 'r1']
  await open(app, { id: 'r1', userId: 'mia' })
  await open(app, { id: 'r1', userId: 'mia' })
  expect(await factsOf(app)).toEqual([opened])
  app.clock.now += hour
  await settle(app, 'r1', 'closed')
  await settle(app, 'r1', 'closed')
  await open(app, { email: 'somebody@else.example' })
  expect(await factsOf(app)).toEqual([
    ['support_request_closed', 'mia', new Date(app.clock.now).toISOString(), 'r1'],
    opened,
  ])
})

test('what only an address says of the sender is a fact when the team has seen it, of when it was opened', async () => {
  const app = await openApp()
  const opened = ['support_request_opened', 'mia', new Date(app.clock.now).toISOString(), 'r1']
  await open(app, { id: 'r1' })
  expect(await factsOf(app)).toEqual([])
  app.clock.now += hour
  await settle(app, 'r1', 'answered')
  expect(await factsOf(app)).toEqual([opened])
})

test('requests are part of what is held about a person, and go with them, by age when closed, or one by one', async () => {
  const app = await openApp({ RETENTION_DAYS: '30' })
  const remove = (path: string) =>
    app.request(path, { method: 'DELETE', headers: { Authorization: `Bearer ${app.services.keys.secret}` } })
  await open(app)
  const held = await app.read<{ supportRequests: object[] }>('/v1/users/mia/export')
  expect(held.supportRequests).toMatchObject([{ subject: 'Invoices', email: 'mia@linde.example' }])
  expect(await (await remove('/v1/users/mia')).json()).toMatchObject({ removed: { supportRequests: 1 } })
  expect(await list(app)).toEqual([])

  for (const id of ['closed', 'waits', 'unwanted']) await open(app, { id, email: 'somebody@else.example' })
  await settle(app, 'closed', 'closed')
  expect((await remove('/v1/requests/unwanted')).status).toBe(204)
  expect((await remove('/v1/requests/unwanted')).status).toBe(404)
  app.clock.now += 40 * 24 * hour
  await expireFacts(app.services)
  expect(await list(app, 'status=closed')).toEqual([])
  expect(await list(app)).toMatchObject([{ id: 'waits' }])
})

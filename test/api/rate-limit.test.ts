import { describe, expect, test } from 'vitest'
import { createTrust, networkOf, readClientAddress } from '../../api/http/client-address.ts'
import { createRateLimit } from '../../api/rate-limit.ts'
import { callEveryRoute } from '../support/call-every-route.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { listen } from '../support/listen.ts'

describe('a limit', () => {
  test('gives a second’s worth at once, then as much as time brings', () => {
    const clock = { now: 0 }
    const limit = createRateLimit(10, () => clock.now)
    expect(limit.take('a', 8)).toEqual({ wait: 0, remaining: 2, reset: 1 })
    expect(limit.take('a', 3)).toEqual({ wait: 1, remaining: 2, reset: 1 })
    expect(limit.take('b', 3)).toEqual({ wait: 0, remaining: 7, reset: 1 })
    clock.now += 100
    expect(limit.take('a', 3)).toEqual({ wait: 0, remaining: 0, reset: 1 })
  })

  test('lets a batch that is larger than itself pass once, and says how long the next one waits', () => {
    const clock = { now: 0 }
    const limit = createRateLimit(10, () => clock.now)
    expect(limit.take('a', 50)).toEqual({ wait: 0, remaining: 0, reset: 5 })
    expect(limit.take('a', 50)).toEqual({ wait: 5, remaining: 0, reset: 5 })
    clock.now += 5000
    expect(limit.take('a', 50).wait).toBe(0)
  })

  test('forgets who has been idle, and remembers a bounded number at the most', () => {
    const clock = { now: 0 }
    const limit = createRateLimit(10, () => clock.now)
    for (let n = 0; n < 150_000; n++) limit.take(`address ${n}`, 1)
    expect(limit.size()).toBe(100_000)
    clock.now += 1000
    limit.take('somebody', 1)
    expect(limit.size()).toBe(1)
  })

  test('that is 0 lets everything pass', () => {
    expect(createRateLimit(0, () => 0).take('a', 1e9).wait).toBe(0)
  })
})

describe('the address of a client', () => {
  const isTrusted = createTrust(['10.0.0.0/8', '192.0.2.1', 'fd00::/8'])
  const read = (peer: string | undefined, forwardedFor?: string, forwarded?: string) =>
    readClientAddress({ peer, forwardedFor, forwarded }, isTrusted)

  test.each([
    ['the socket’s, without a proxy', ['203.0.113.9'], '203.0.113.9'],
    ['the socket’s, where a stranger says otherwise', ['203.0.113.9', '198.51.100.7'], '203.0.113.9'],
    [
      'the socket’s, where a stranger says otherwise in the newer way',
      ['203.0.113.9', undefined, 'for=1.2.3.4'],
      '203.0.113.9',
    ],
    ['what a trusted proxy says', ['10.0.0.2', '198.51.100.7'], '198.51.100.7'],
    ['what a trusted proxy says over IPv6', ['fd00::2', '2001:db8::7'], '2001:db8::7'],
    [
      'what a trusted proxy says through a socket for both families',
      ['::ffff:10.0.0.2', '198.51.100.7'],
      '198.51.100.7',
    ],
    [
      'nearest to us of a chain of which only the end is trusted',
      ['10.0.0.2', '1.2.3.4, 198.51.100.7'],
      '198.51.100.7',
    ],
    [
      'beyond all trusted proxies of a chain',
      ['10.0.0.2', '1.2.3.4, 198.51.100.7, 192.0.2.1, 10.9.9.9'],
      '198.51.100.7',
    ],
    ['the outermost proxy’s, where the chain has no other', ['10.0.0.2', '10.0.0.3'], '10.0.0.3'],
    ['the proxy’s, where what it says is no address', ['10.0.0.2', '198.51.100.7, unknown'], '10.0.0.2'],
    ['without the port', ['10.0.0.2', '198.51.100.7:4711'], '198.51.100.7'],
    ['without brackets, port and zone', ['10.0.0.2', '[2001:db8::7%eth0]:4711'], '2001:db8::7'],
    ['in the newer header', ['10.0.0.2', undefined, 'for=1.2.3.4, for=198.51.100.7;proto=https'], '198.51.100.7'],
    ['in the newer header, quoted', ['10.0.0.2', undefined, 'proto=https;For="[2001:db8::7]:4711"'], '2001:db8::7'],
    ['the proxy’s, where the newer header hides it', ['10.0.0.2', undefined, 'for=_hidden'], '10.0.0.2'],
    ['what both headers say', ['10.0.0.2', '198.51.100.7', 'for=198.51.100.7'], '198.51.100.7'],
    ['the proxy’s, where the headers disagree: one is forged', ['10.0.0.2', '198.51.100.7', 'for=1.2.3.4'], '10.0.0.2'],
    ['unknown without a socket', [undefined, '198.51.100.7'], null],
  ] as const)('is %s', (_, [peer, forwardedFor, forwarded], address) => {
    expect(read(peer, forwardedFor, forwarded)).toBe(address)
  })

  test('counts with its network, which is a /64 in IPv6', () => {
    expect(networkOf('198.51.100.7')).toBe('198.51.100.7')
    for (const [address, network] of [
      ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
      ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
      ['2001:db8::7', '2001:db8:0:0::/64'],
      ['2001:db8:1:2:3::', '2001:db8:1:2::/64'],
      ['::1', '0:0:0:0::/64'],
      ['64:ff9b::198.51.100.7', '64:ff9b:0:0::/64'],
    ] as const) {
      expect(networkOf(address)).toBe(network)
    }
  })
})

describe('over HTTP', () => {
  const message = { userId: 'mia', event: 'signed_in' }
  const post = (path: string, key: string, { body = message, ...headers }: Record<string, unknown> = {}) => ({
    path,
    init: {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...(headers as object) },
      body: JSON.stringify(body),
    },
  })
  /** Sends a message as if from an address. */
  const sendFrom = (app: TestApp, address: string, headers: Record<string, string> = {}) => {
    const { path, init } = post('/v1/track', app.services.keys.write, headers)
    return app.request(path, init, { incoming: { socket: { remoteAddress: address } } })
  }

  test('answers say what is left, in the header fields of the standard', async () => {
    const app = await createTestApp({ RATE_LIMIT: '100', RATE_LIMIT_IP: '20' })
    const first = await sendFrom(app, '203.0.113.9')
    expect(first.status).toBe(200)
    expect(first.headers.get('RateLimit-Policy')).toBe('"messages";q=100;w=1, "address";q=20;w=1')
    expect(first.headers.get('RateLimit')).toBe('"messages";r=99;t=1, "address";r=19;t=1')
    const batch = post('/v1/batch', app.services.keys.secret, {
      body: { batch: Array(40).fill({ ...message, type: 'track' }) },
    })
    const sent = await app.request(batch.path, batch.init, { incoming: { socket: { remoteAddress: '203.0.113.9' } } })
    expect(sent.headers.get('RateLimit-Policy')).toBe('"messages";q=100;w=1')
    expect(sent.headers.get('RateLimit')).toBe('"messages";r=60;t=1')
    const asked = await app.send('/v1/state', { userId: 'mia' })
    expect(asked.headers.get('RateLimit')).toBe('"requests";r=99;t=1')
    expect((await app.request('/healthz')).headers.get('RateLimit')).toBeNull()
  })

  test('every route is limited by key and by address', async () => {
    const app = await createTestApp({ RATE_LIMIT: '500', RATE_LIMIT_IP: '100' })
    const somewhere = { incoming: { socket: { remoteAddress: '203.0.113.9' } } }
    const request: TestApp['request'] = (path, init) => app.request(path, init, somewhere)
    for await (const { route, headers } of callEveryRoute({ ...app, request })) {
      const isIngest = headers.get('RateLimit')?.startsWith('"messages"')
      expect([route, headers.get('RateLimit-Policy')]).toEqual([
        route,
        isIngest ? '"messages";q=500;w=1' : '"requests";q=500;w=1, "address";q=100;w=1',
      ])
    }
    const open = ['/v1/session', '/v1/openapi.json', '/v1/nowhere', '/healthz', '/readyz']
    for (const path of open) {
      expect([path, (await request(path)).headers.get('RateLimit-Policy')]).toEqual([path, '"address";q=100;w=1'])
    }
  })

  test('asking too fast with a secret key is 429, and no act', async () => {
    const app = await createTestApp({ RATE_LIMIT: '2' })
    const headers = { Authorization: `Bearer ${app.services.keys.secret}` }
    const ask = async () => (await app.request('/v1/accounts', { headers })).status
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429])
    await app.services.auditTrail.close()
    const [acts] = await app.services.database.read(['SELECT status FROM audit_log'])
    expect(acts?.rows.map(({ status }) => status)).toEqual([200, 200])
  })

  test('pages, probes and requests of one address are counted apart', async () => {
    const app = await createTestApp({ RATE_LIMIT_IP: '1' })
    const ask = async (path: string) =>
      (await app.request(path, {}, { incoming: { socket: { remoteAddress: '203.0.113.9' } } })).status
    expect([await ask('/'), await ask('/')]).toEqual([404, 429])
    expect([await ask('/v1/session'), await ask('/v1/session')]).toEqual([200, 429])
    expect([await ask('/healthz'), await ask('/readyz')]).toEqual([200, 429])
    expect((await sendFrom(app, '203.0.113.9')).status).toBe(200)
  })

  const write = { Authorization: 'Bearer pk_test_0123456789abcdef' }
  test.each([
    { what: 'a body that is too large', status: 413, headers: { 'Content-Length': '9000000' } },
    { what: 'a body in an encoding that is not read', status: 415, headers: { 'Content-Encoding': 'zstd' } },
    {
      what: 'a body in characters that are not read',
      status: 415,
      headers: { 'Content-Type': 'application/json; charset=latin1' },
    },
    { what: 'a body that is damaged', status: 400, headers: { 'Content-Encoding': 'gzip' } },
    { what: 'a body that is no JSON', status: 400, headers: write },
    { what: 'a key that is for other pages', status: 403, headers: { ...write, Origin: 'https://x.ch' } },
  ])('a request with $what is counted', async ({ status, headers }) => {
    const app = await createTestApp({ RATE_LIMIT_IP: '2', ALLOWED_ORIGINS: 'https://app.example.com' })
    const somewhere = { incoming: { socket: { remoteAddress: '203.0.113.9' } } }
    const init = { method: 'POST', headers: headers as Record<string, string>, body: '{' }
    const send = async () => (await app.request('/v1/batch', init, somewhere)).status
    expect([await send(), await send(), await send()]).toEqual([status, status, 429])
  })

  test('nobody alone can use up what a key may send', async () => {
    const app = await createTestApp({ RATE_LIMIT: '5' })
    expect((await sendFrom(app, '203.0.113.9')).status).toBe(200)
    const refused = await sendFrom(app, '203.0.113.9')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('1')
    expect(refused.headers.get('RateLimit')).toBe('"address";r=0;t=1')
    expect(await refused.json()).toMatchObject({
      code: 'rate_limited',
      detail: 'Too much comes from your address. Wait 1 s.',
    })
    expect((await sendFrom(app, '203.0.113.10')).status).toBe(200)
    expect((await sendFrom(app, '2001:db8:1:2::1')).status).toBe(200)
    expect((await sendFrom(app, '2001:db8:1:2:ffff::9')).status).toBe(429)
    expect((await sendFrom(app, '2001:db8:1:3::1')).status).toBe(200)
  })

  test('a forged header changes nothing, a trusted proxy’s word does', async () => {
    const app = await createTestApp({ RATE_LIMIT: '100', RATE_LIMIT_IP: '1', TRUSTED_PROXIES: '10.0.0.0/8' })
    const statuses = []
    for (const [peer, said] of [
      ['203.0.113.9', '198.51.100.1'],
      ['203.0.113.9', '198.51.100.2'],
      ['10.0.0.2', '198.51.100.3'],
      ['10.0.0.2', '198.51.100.4'],
      ['10.0.0.2', '1.2.3.4, 198.51.100.4'],
    ] as const) {
      statuses.push((await sendFrom(app, peer, { 'X-Forwarded-For': said })).status)
    }
    expect(statuses).toEqual([200, 429, 200, 200, 429])
  })

  test('who has no key that is known is counted too', async () => {
    const app = await createTestApp({ RATE_LIMIT_IP: '2' })
    const { path, init } = post('/v1/accounts', 'sk_guessed_0123456789')
    const guess = async () =>
      (await app.request(path, { headers: init.headers }, { incoming: { socket: { remoteAddress: '203.0.113.9' } } }))
        .status
    expect([await guess(), await guess(), await guess()]).toEqual([401, 401, 429])
  })

  test('the address is that of the connection', async () => {
    const app = await createTestApp({ RATE_LIMIT_IP: '1' })
    const { path, init } = post('/v1/track', app.services.keys.write)
    const url = await listen(app)
    expect((await fetch(`${url}${path}`, init)).status).toBe(200)
    expect((await fetch(`${url}${path}`, init)).status).toBe(429)
  })
})

import { expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import type { Settings } from '../../api/env.ts'
import { createLog } from '../../api/log.ts'
import { createTestApp } from '../support/create-test-app.ts'

type Line = Record<string, unknown>

/** An API whose lines are kept. */
async function openLogged(level: Settings['logLevel']) {
  const { services } = await createTestApp()
  const lines: Line[] = []
  const log = createLog(level, (line) => lines.push(JSON.parse(line) as Line))
  const app = createApp({ ...services, log })
  const request = (path: string, { key = services.keys.secret, ...init }: RequestInit & { key?: string } = {}) =>
    Promise.resolve(
      app.request(path, { ...init, headers: { Authorization: `Bearer ${key}`, ...(init.headers as object) } }),
    )
  return { request, lines, services }
}

const track = { method: 'POST', body: JSON.stringify({ userId: 'mia', event: 'signed_in' }) }

test('a request is a line with its id, route, status, time and key, and nothing of a person', async () => {
  const { request, lines, services } = await openLogged('info')
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
  const response = await request('/v1/accounts/mia%40example.com?q=Mia', {
    headers: {
      'User-Agent': 'Safari of Mia',
      'X-Forwarded-For': '198.51.100.7',
      'X-Request-Id': 'mine',
      traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
    },
  })
  expect(lines).toEqual([
    {
      time: expect.any(String),
      level: 'info',
      message: 'A request was answered.',
      requestId: response.headers.get('X-Request-Id'),
      traceId,
      method: 'GET',
      route: '/v1/accounts/:id',
      status: 404,
      milliseconds: expect.any(Number),
      keyId: 'secret',
    },
  ])
  expect(JSON.stringify(lines)).not.toMatch(/mia|198\.51|Safari|mine/i)
  expect(JSON.stringify(lines)).not.toContain(services.keys.secret)
})

test('what is sent by the thousand is a line only where it fails, or where everything is wanted', async () => {
  for (const [level, expected] of [
    ['info', [401]],
    ['debug', [200, 200, 401]],
    ['error', []],
  ] as const) {
    const { request, lines, services } = await openLogged(level)
    await request('/v1/track', { ...track, key: services.keys.write })
    await request('/v1/track', track)
    await request('/v1/track', { ...track, key: 'pk_not_known_at_all' })
    expect(lines.map(({ status }) => status)).toEqual(expected)
  }
})

test('a header that is no trace is not written', async () => {
  const { request, lines } = await openLogged('info')
  for (const traceparent of ['00-mia@example.com', `00-${'A'.repeat(32)}-00f067aa0ba902b7-01`, '']) {
    await request('/v1/accounts', { headers: { traceparent } })
  }
  expect(lines.map(({ traceId }) => traceId)).toEqual([undefined, undefined, undefined])
})

test('a flood of the same line is cut short, and what was left out is counted', () => {
  const lines: Line[] = []
  const clock = { now: 0 }
  const log = createLog(
    'info',
    (line) => lines.push(JSON.parse(line) as Line),
    () => clock.now,
  )
  for (let sent = 0; sent < 1000; sent++) log.error('The database cannot be used.')
  log.info('Something else.')
  expect(lines.length).toBe(51)
  clock.now = 1000
  log.error('The database cannot be used.')
  log.error('The database cannot be used.')
  expect(lines.slice(-2).map(({ leftOut }) => leftOut)).toEqual([950, undefined])
})

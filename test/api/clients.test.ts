import { spawn, spawnSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { Analytics } from '@segment/analytics-node'
import RudderAnalytics from '@rudderstack/rudder-sdk-node'
import { describe, expect, test } from 'vitest'
import type { StoredEvent } from '../../api/contract/events.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { listen } from '../support/listen.ts'
import { startStumblingServer } from '../support/stumbling-server.ts'

const factsOf = async (app: TestApp) => (await app.read<Page<StoredEvent>>('/v1/events')).data

describe("Segment's client for Node", () => {
  test('is taken, and each message once', async () => {
    const app = await createTestApp()
    const client = new Analytics({ writeKey: app.services.keys.write, host: await listen(app), flushAt: 5 })
    const errors: unknown[] = []
    client.on('error', (error) => errors.push(error))

    client.identify({ userId: 'mia', traits: { email: 'mia@example.com' } })
    client.group({ userId: 'mia', groupId: 'linde', traits: { name: 'Linden Driving School', segment: 'school' } })
    client.track({ userId: 'mia', event: 'student_created', properties: { source: 'form' }, messageId: 'fixed' })
    client.track({ userId: 'mia', event: 'student_created', messageId: 'fixed' })
    client.page({ userId: 'mia', name: 'Students' })
    client.alias({ userId: 'mia', previousId: 'visitor-1' })
    await client.closeAndFlush()

    expect(errors).toEqual([])
    const facts = await factsOf(app)
    expect(facts.map((fact) => fact.type).sort()).toEqual(['alias', 'group', 'identify', 'page', 'track'])
    expect(facts.find((fact) => fact.messageId === 'fixed')).toMatchObject({
      event: 'student_created',
      accountId: 'linde',
      properties: { source: 'form' },
      context: { library: { name: '@segment/analytics-node' } },
    })
  })

  test.each([429, 503])('that is told %i comes again, and nothing is doubled', async (status) => {
    const app = await createTestApp()
    const { url, answers } = await startStumblingServer(await listen(app), [status, status])
    const client = new Analytics({ writeKey: app.services.keys.write, host: url, flushAt: 2, maxRetries: 5 })
    client.track({ userId: 'mia', event: 'student_created' })
    client.track({ userId: 'mia', event: 'lesson_booked' })
    await client.closeAndFlush()

    expect(answers).toEqual([status, status, 200])
    expect((await factsOf(app)).map(({ event }) => event).sort()).toEqual(['lesson_booked', 'student_created'])
  })
})

describe("RudderStack's client for Node, which compresses", () => {
  const open = (app: TestApp, url: string) =>
    new RudderAnalytics(app.services.keys.write, { dataPlaneUrl: url, flushAt: 20, logLevel: 'silly' })

  test('is taken, with the time and the traits that it says in its own way', async () => {
    const app = await createTestApp()
    const client = open(app, await listen(app))
    client.identify({ userId: 'mia', traits: { email: 'mia@example.com' } })
    client.group({ userId: 'mia', groupId: 'linde', traits: { name: 'Linden Driving School', segment: 'school' } })
    client.track({ userId: 'mia', event: 'student_created', properties: { source: 'form' } })
    client.page({ userId: 'mia', name: 'Students' })
    client.screen({ userId: 'mia', name: 'Today' })
    client.alias({ userId: 'mia', previousId: 'visitor-1' })
    await client.flush()

    const facts = await factsOf(app)
    expect(facts.map(({ type }) => type).sort()).toEqual(['alias', 'group', 'identify', 'page', 'screen', 'track'])
    expect(facts.find(({ type }) => type === 'identify')?.traits).toEqual({ email: 'mia@example.com' })
    expect(facts.find(({ type }) => type === 'track')).toMatchObject({
      event: 'student_created',
      accountId: 'linde',
      properties: { source: 'form' },
    })
  })

  test.each([429, 503])('that is told %i comes again, and nothing is doubled', async (status) => {
    const app = await createTestApp()
    const { url, answers } = await startStumblingServer(await listen(app), [status])
    const client = open(app, url)
    client.track({ userId: 'mia', event: 'student_created' })
    client.track({ userId: 'mia', event: 'lesson_booked' })
    await client.flush()

    // It sends its first message at once, alone.
    expect(answers).toEqual([status, 200, 200])
    expect((await factsOf(app)).map(({ event }) => event).sort()).toEqual(['lesson_booked', 'student_created'])
  })
})

describe('analytics.js in a page', () => {
  const context = {
    page: { path: '/students', title: 'Students' },
    library: { name: 'analytics.js', version: 'next-1.81.0' },
  }
  const common = {
    anonymousId: '5f0f5c0e-2c6b-4d3e-9c0e-0b6d8f4a2b11',
    userId: null,
    context,
    integrations: { All: true },
    _metadata: { bundled: ['Segment.io'], unbundled: [], bundledIds: [] },
  }
  const track = { ...common, type: 'track', event: 'student_created', properties: { source: 'form' } }

  test('sends messages one by one, as text, with the key in body and header', async () => {
    const app = await createTestApp()
    const url = await listen(app)
    const { write } = app.services.keys
    const sent = {
      ...track,
      messageId: 'ajs-next-1',
      timestamp: '2026-03-02T07:59:59.000Z',
      sentAt: '2026-03-02T08:00:00.000Z',
    }
    const post = (headers: Record<string, string>, body: object) =>
      fetch(`${url}/v1/t`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain', ...headers },
        body: JSON.stringify(body),
      })

    expect((await post({ Authorization: `Basic ${btoa(`${write}:`)}` }, { ...sent, writeKey: write })).status).toBe(200)
    expect((await post({}, { ...sent, writeKey: write, messageId: 'ajs-next-2' })).status).toBe(200)
    expect((await post({}, sent)).status).toBe(401)
    expect(await factsOf(app)).toMatchObject([
      { messageId: 'ajs-next-2' },
      { messageId: 'ajs-next-1', anonymousId: common.anonymousId, userId: null, context, timestamp: sent.timestamp },
    ])
  })

  test('sends batches of them, without a time of sending in each', async () => {
    const app = await createTestApp()
    const url = await listen(app)
    const { write } = app.services.keys
    const page = { ...common, type: 'page', name: 'Students', properties: { path: '/students' } }
    const batch = [track, page].map((message, place) => ({
      ...message,
      writeKey: write,
      messageId: `ajs-next-${place}`,
      // The clock of this machine is an hour slow.
      timestamp: '2026-03-02T06:59:58.000Z',
    }))
    const body = JSON.stringify({ writeKey: write, batch, sentAt: '2026-03-02T07:00:00.000Z' })
    const headers = { 'Content-Type': 'text/plain', Authorization: `Basic ${btoa(`${write}:`)}`, 'X-Retry-Count': '1' }

    const preflight = await fetch(`${url}/v1/b`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://app.example.com',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,x-retry-count',
      },
    })
    expect(preflight.status).toBe(204)
    // Any header that a client thinks of, but the one that a star does not stand for.
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe('*,Authorization')
    expect(await (await fetch(`${url}/v1/b`, { method: 'POST', headers, body })).json()).toMatchObject({ accepted: 2 })
    expect(await factsOf(app)).toMatchObject([
      { type: 'page', event: 'Students', timestamp: '2026-03-02T07:59:58.000Z' },
      { type: 'track', event: 'student_created', timestamp: '2026-03-02T07:59:58.000Z' },
    ])
  })
})

const hasCurl = spawnSync('curl', ['--version']).status === 0

describe.skipIf(!hasCurl)('curl (skipped where it is not installed: apt-get install curl)', () => {
  const curl = async (args: string[], input: string | Buffer = '') => {
    const child = spawn('curl', ['-sS', '--max-time', '10', ...args])
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stdin.end(input)
    await new Promise((resolve) => child.once('close', resolve))
    return Buffer.concat(chunks).toString()
  }
  const track = (n: number) => ({ type: 'track', userId: 'mia', event: 'student_created', messageId: `m${n}` })

  test('sends one message, a batch, and a compressed batch', async () => {
    const app = await createTestApp()
    const url = await listen(app)
    const user = ['-u', `${app.services.keys.write}:`]
    const send = async (args: string[], input?: string | Buffer) =>
      JSON.parse(await curl([...user, ...args], input)) as unknown

    expect(await send([`${url}/v1/track`, '-d', JSON.stringify(track(1))])).toMatchObject({ accepted: 1 })
    const batch = JSON.stringify({ batch: [track(1), track(2), track(3)] })
    expect(await send([`${url}/v1/batch`, '--json', '@-'], batch)).toMatchObject({ accepted: 2, duplicates: 1 })
    const more = gzipSync(JSON.stringify({ batch: [track(3), track(4)] }))
    const compressed = [`${url}/v1/batch`, '-H', 'Content-Encoding: gzip', '--data-binary', '@-']
    expect(await send(compressed, more)).toMatchObject({ accepted: 1, duplicates: 1 })
    // Of unknown length, in pieces.
    const piecemeal = [
      `${url}/v1/batch`,
      '-H',
      'Transfer-Encoding: chunked',
      '-H',
      'Expect: 100-continue',
      '--data-binary',
      '@-',
    ]
    expect(await send(piecemeal, batch)).toMatchObject({ duplicates: 3 })
    expect(await factsOf(app)).toHaveLength(4)
  })

  test('reads what is wrong', async () => {
    const app = await createTestApp()
    const url = await listen(app)
    const answer = await curl(['-w', ' %{http_code} %{content_type}', `${url}/v1/track`, '-u', 'pk_wrong:', '-d', '{}'])
    expect(answer).toMatch(/"code":"unauthorized".* 401 application\/problem\+json$/)
    const large = await curl(
      ['-w', ' %{http_code}', `${url}/v1/batch`, '-u', `${app.services.keys.write}:`, '--data-binary', '@-'],
      'x'.repeat(2_000_000),
    )
    expect(large).toMatch(/"code":"payload_too_large".* 413$/)
  })
})

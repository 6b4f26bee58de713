import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StoredEvent } from '../../api/contract/events.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { Problem } from '../../api/contract/problem.ts'
import { speakHttp, type Manner, type Spoken } from '../support/speak-http.ts'
import { startApiProcess, type ServerProcess } from '../support/start-server.ts'

/** How long the server of these tests waits for a request. */
const patience = 1500
const writeKey = 'pk_test_0123456789abcdef'
let server: ServerProcess
let made = 0
/** Message ids that the server has acknowledged: nothing else may be stored, but for what nobody waited for. */
const acknowledged: string[] = []
const uncertain: string[] = []

beforeAll(async () => {
  server = await startApiProcess({ WRITE_KEY: writeKey, RATE_LIMIT: '0', TEST_PATIENCE: String(patience) })
})
afterAll(() => server.dispose())

const messageOf = (messageId: string) =>
  JSON.stringify({ messageId, userId: 'mia', event: 'signed_in', note: 'x'.repeat(50) })
const newBody = () => messageOf(`m${++made}`)
const head = (fields: string[]) =>
  ['POST /v1/track HTTP/1.1', 'Host: cairn', `Authorization: Bearer ${writeKey}`, ...fields, '', ''].join('\r\n')
const whole = (body: string, fields: string[] = []) => `${head([`Content-Length: ${body.length}`, ...fields])}${body}`
const lastFields = ['Connection: close']

/** A request as it should be, while others misbehave: it is answered at once. */
async function expectToServe(): Promise<void> {
  const body = newBody()
  const before = performance.now()
  const { answers } = await speakHttp(server.url, [whole(body, lastFields)])
  expect(answers.map(({ status }) => status)).toEqual([200])
  expect(performance.now() - before).toBeLessThan(1000)
  acknowledged.push(`m${made}`)
}

function expectProblems({ answers }: Spoken): void {
  for (const { status, headers, body } of answers.filter((answer) => answer.status >= 400)) {
    expect(headers['content-type']).toBe('application/problem+json')
    const problem = Problem.parse(JSON.parse(body))
    expect(problem).toMatchObject({ status, requestId: headers['x-request-id'] })
  }
}

const body = messageOf('refused')
const requests: [name: string, status: number, pieces: string[], manner?: Manner][] = [
  ['is no HTTP at all', 400, ['\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03'.repeat(20)]],
  ['has another version of HTTP', 400, ['POST /v1/track HTTP/9.9\r\n\r\n']],
  ['names no host', 400, ['GET /healthz HTTP/1.1\r\n\r\n']],
  ['names a host that cannot be', 400, ['GET /healthz HTTP/1.1\r\nHost: a b/c\r\n\r\n']],
  ['has a backslash in its path', 400, ['GET /v1\\events HTTP/1.1\r\nHost: a\r\n\r\n']],
  ['has a control character in a header', 400, [head(['X-Odd: a\0b'])]],
  ['has a header without a name', 400, [head([': odd'])]],
  ['has an address of 20 KB', 431, [`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`]],
  ['has 10,000 headers', 431, [head(Array.from({ length: 10_000 }, (_, n) => `X-${n}: ${n}`))]],
  ['has two lengths', 400, [head([`Content-Length: ${body.length}`, 'Content-Length: 5']) + body]],
  ['has a length that is no number', 400, [head(['Content-Length: 1e2']) + body]],
  ['has a negative length', 400, [head(['Content-Length: -1']) + body]],
  [
    'has a length and comes in chunks',
    400,
    [`${head(['Content-Length: 5', 'Transfer-Encoding: chunked'])}5\r\n{"a":\r\n0\r\n\r\n`],
  ],
  ['has chunks that are none', 400, [head(['Transfer-Encoding: chunked']), 'zz\r\n{"a":\r\n0\r\n\r\n'], { pause: 50 }],
  [
    'has chunks that are shorter than they say',
    400,
    [head(['Transfer-Encoding: chunked']), `3\r\n${body}\r\n0\r\n\r\n`],
  ],
  ['breaks off before its end', 400, [head(['Content-Length: 500']) + body], { halfClose: true }],
  ['breaks off in its headers', 400, [head(['X: y']).slice(0, -2)], { halfClose: true }],
  ['breaks off in chunks', 400, [`${head(['Transfer-Encoding: chunked'])}ff\r\n${body}`], { halfClose: true }],
  ['never ends', 408, [head(['Content-Length: 500']) + body]],
  ['never ends its headers', 408, [head(['X: y']).slice(0, -2)]],
  ['sends its headers byte by byte', 408, Array.from(head(['X: y'])), { pause: 60 }],
  ['sends its body byte by byte', 408, [head([`Content-Length: ${body.length}`]), ...Array.from(body)], { pause: 60 }],
  ['declares far more than is taken', 413, [head(['Content-Length: 99999999']), 'x'.repeat(2_000_000)]],
  ['is compressed in an unknown way', 415, [whole(body, ['Content-Encoding: zip', ...lastFields])]],
  ['is compressed twice', 415, [whole(body, ['Content-Encoding: gzip, gzip', ...lastFields])]],
  ['says that it is compressed and is not', 400, [whole(body, ['Content-Encoding: gzip', ...lastFields])]],
  ['is in another charset', 415, [whole(body, ['Content-Type: application/json; charset=utf-16', ...lastFields])]],
  ['is empty', 400, [head(['Content-Length: 0', ...lastFields])]],
  ['is no JSON', 400, [whole('{"userId":', lastFields)]],
  ['has NUL between its texts', 400, [whole('{"userId":\0"mia"}', lastFields)]],
]

describe('a request is refused with a problem, and nothing of it is stored, where it', () => {
  test.concurrent.each(requests)('%s', async (...[, status, pieces, manner]) => {
    const spoken = await speakHttp(server.url, pieces, manner)
    expect(spoken.answers.map((answer) => answer.status)).toEqual([status])
    expectProblems(spoken)
    expect(spoken.ended).toBe(true)
  })
})

test('a connection that is never used is ended without a word', async () => {
  expect(await speakHttp(server.url, [])).toEqual({ answers: [], ended: true })
})

test('a method that is nobody’s is answered or ended, and stops nothing', async () => {
  for (const method of ['CONNECT', 'TRACE', 'PURGE', 'QUERY', 'FLY']) {
    const spoken = await speakHttp(server.url, [`${method} /v1/track HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`])
    expect(spoken.ended).toBe(true)
    expectProblems(spoken)
    for (const { status } of spoken.answers) expect([400, 405]).toContain(status)
  }
  await expectToServe()
})

test('a probe of HTTP/1.0, which need not name a host, is answered', async () => {
  const { answers, ended } = await speakHttp(server.url, ['GET /readyz HTTP/1.0\r\n\r\n'])
  expect(answers.map(({ status }) => status)).toEqual([200])
  expect(ended).toBe(true)
})

test('requests that come on one connection before their answers are answered in turn', async () => {
  const bodies = [newBody(), newBody(), newBody()]
  acknowledged.push(`m${made - 2}`, `m${made - 1}`, `m${made}`)
  const requests = bodies.map((given, place) => whole(given, place === 2 ? lastFields : []))
  const { answers } = await speakHttp(server.url, [requests.join('')])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
})

test('what follows a request on its connection is never taken for its answer', async () => {
  const given = newBody()
  const { answers } = await speakHttp(server.url, [`${whole(given)}no request`])
  // The first is stored and answered, or the connection ends before and its sender comes again.
  expect([[], [200], [200, 400]]).toContainEqual(answers.map(({ status }) => status))
  uncertain.push(`m${made}`)
})

test('a sender that asks first may go on', async () => {
  const given = newBody()
  acknowledged.push(`m${made}`)
  const expecting = head([`Content-Length: ${given.length}`, 'Expect: 100-continue', ...lastFields])
  const { answers } = await speakHttp(server.url, [expecting, given], { pause: 100 })
  expect(answers.map(({ status }) => status)).toEqual([200])
})

test('a sender that ends its side of the connection gets every answer, and then the end', async () => {
  const [alone, first, last] = [newBody(), newBody(), newBody()]
  acknowledged.push(`m${made - 2}`, `m${made - 1}`, `m${made}`)
  for (const [requests, statuses] of [
    [[whole(alone)], [200]],
    [
      [whole(first), whole(last)],
      [200, 200],
    ],
    [['GET /healthz HTTP/1.0\r\nHost: cairn\r\n\r\n'], [200]],
    [[], []],
  ] as const) {
    const before = performance.now()
    const { answers, ended } = await speakHttp(server.url, [requests.join('')], { halfClose: true })
    expect([answers.map(({ status }) => status), ended]).toEqual([statuses, true])
    expect(performance.now() - before).toBeLessThan(1000)
  }
})

/** The most memory that the server has had so far, in MB; null where the system does not say. */
function peakMegabytes(): number | null {
  if (process.platform !== 'linux') return null
  const [, kilobytes] = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${server.process.pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

async function expectLittleMemory(megabytes: number, work: () => Promise<void>): Promise<void> {
  const before = peakMegabytes()
  await work()
  const grown = (peakMegabytes() ?? 0) - (before ?? 0)
  expect(grown).toBeLessThan(megabytes)
}

test('bodies that inflate a thousandfold cost little memory, and others are served meanwhile', async () => {
  const zeros = Buffer.alloc(10_000_000)
  // 450 MB in 450 KB, and 10 MB in a few bytes.
  const gzipBomb = ['gzip', Buffer.concat(Array.from({ length: 45 }, () => gzipSync(zeros, { level: 9 })))] as const
  const brotliBomb = ['br', brotliCompressSync(zeros)] as const
  await expectToServe()
  // Inflated they have 13 GB.
  await expectLittleMemory(300, async () => {
    const thrown = Array.from({ length: 60 }, async (_, n) => {
      const [encoding, bomb] = n % 2 ? gzipBomb : brotliBomb
      const headers = { Authorization: `Bearer ${writeKey}`, 'Content-Encoding': encoding }
      const answer = await fetch(`${server.url}/v1/batch`, { method: 'POST', headers, body: bomb })
      expect([encoding, answer.status]).toEqual([encoding, 413])
    })
    await expectToServe()
    await Promise.all(thrown)
  })
})

test('hundreds of bodies that stall hold little memory and nobody else up, and are ended', async () => {
  await expectToServe()
  await expectLittleMemory(150, async () => {
    const stalled = Array.from({ length: 300 }, () =>
      speakHttp(server.url, [head(['Content-Length: 400000']), `{"batch":["${'x'.repeat(100_000)}`], {
        patience: 8000,
      }),
    )
    for (let n = 0; n < 5; n++) await expectToServe()
    const endings = await Promise.all(stalled)
    expect(new Set(endings.map(({ answers, ended }) => `${answers[0]?.status} ${ended}`))).toEqual(
      new Set(['408 true']),
    )
  })
})

test('after all that the server has what it acknowledged, nothing else, and no failure to report', async () => {
  await expectToServe()
  const answer = await fetch(`${server.url}/v1/events?limit=500`, {
    headers: { Authorization: `Bearer ${server.secretKey}` },
  })
  const { data } = (await answer.json()) as Page<StoredEvent>
  const stored = data.map(({ messageId }) => messageId).filter((id) => !uncertain.includes(id))
  expect(stored.sort()).toEqual([...acknowledged].sort())
  expect(server.process.exitCode).toBeNull()
  expect(server.output()).not.toMatch(/failed|error/i)
})

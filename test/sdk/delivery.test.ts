import { expect, test } from 'vitest'
import { createDelivery } from '../../sdk/client/delivery.ts'
import { browserEnvironment } from '../../sdk/client/environment.ts'
import type { Message } from '../../sdk/client/message.ts'
import { retryDelay } from '../../sdk/client/retry-delay.ts'
import { createStore } from '../../sdk/client/store.ts'
import { toJson } from '../../sdk/client/to-json.ts'
import { createSend } from '../../sdk/client/transport.ts'
import { createFakeBrowser } from './fake-browser.ts'
import type { FakeBrowser } from './fake-browser.ts'

test('a message is stored until the server has taken it', async () => {
  const { browser, delivery, add, stored } = setUp()
  browser.answer = () => 'offline'
  add('1')
  await browser.run()
  expect(stored()).toEqual(['m:1'])
  browser.answer = () => ({ status: 200 })
  await delivery.flush()
  expect(stored()).toEqual([])
})

test('messages leave together and in the order in which they happened', async () => {
  const { browser, add } = setUp()
  add('2')
  add('1')
  await browser.run()
  expect(batches(browser)).toEqual([['1', '2']])
})

test('a batch stays small enough to outlive the page', async () => {
  const { browser, add } = setUp()
  for (const id of ['1', '2', '3']) add(id, 'x'.repeat(12_000))
  await browser.run()
  expect(batches(browser)).toEqual([['1', '2'], ['3']])
})

test('messages are measured in bytes, as their limits are', async () => {
  const { browser, add, stored } = setUp()
  for (const id of ['1', '2', '3']) add(id, '学'.repeat(4_000))
  await browser.run()
  expect(batches(browser)).toEqual([['1', '2'], ['3']])
  expect(stored()).toEqual([])
})

test('a message too large to outlive the page is sent all the same, and holds up no others', async () => {
  const { browser, add, stored } = setUp()
  add('1', '学'.repeat(30_000))
  add('2')
  await browser.run()
  expect(batches(browser)).toEqual([['1'], ['2']])
  expect(browser.keptAlive.map(({ body }) => (body['batch'] as Message[]).length)).toEqual([1])
  expect(stored()).toEqual([])
})

test.each([['offline' as const], [{ status: 500 }], [{ status: 503 }], [{ status: 429 }]])(
  'what failed with %j is sent again, later each time',
  async (failure) => {
    const { browser, add, stored } = setUp()
    browser.answer = () => failure
    add('1')
    await browser.run(50)
    const waits: number[] = []
    for (let attempt = 0; attempt < 3; attempt++) {
      const [wait = 0] = browser.planned()
      waits.push(wait)
      await browser.run(wait)
    }
    expect(waits[0]).toBeGreaterThanOrEqual(500)
    expect(waits[1]).toBeGreaterThanOrEqual(1000)
    expect(waits[2]).toBeGreaterThanOrEqual(2000)
    expect(stored()).toEqual(['m:1'])
    browser.answer = () => ({ status: 200 })
    await browser.run(60_000)
    expect(stored()).toEqual([])
  },
)

test('new messages do not shorten the wait while the server is failing', async () => {
  const { browser, add } = setUp()
  browser.answer = () => ({ status: 503, retryAfter: 30 })
  add('1')
  await browser.run(50)
  add('2')
  await browser.run(29_000)
  expect(browser.sent).toHaveLength(1)
})

test('a wait is never shorter than the server asked for, and never longer than five minutes by itself', () => {
  expect(retryDelay(1, 0, 7)).toBe(7000)
  expect(retryDelay(1, 0, 0)).toBe(500)
  expect(retryDelay(1, 1, 0)).toBe(1000)
  expect(retryDelay(40, 1, 0)).toBe(300_000)
})

test.each([400, 413, 422])('a batch that the server refuses with %i is dropped and reported', async (status) => {
  const { browser, add, stored, problems } = setUp()
  browser.answer = () => ({ status, body: { code: 'invalid', detail: 'The body is no batch.' } })
  add('1')
  await browser.run()
  expect(stored()).toEqual([])
  expect(problems).toEqual([`/v1/messages answered ${status}: The body is no batch.`])
})

test('a wait that is longer than a timer can count does not end at once', async () => {
  let count = 0
  const stop = browserEnvironment().later(() => count++, Infinity)
  await new Promise((resolve) => setTimeout(resolve, 50))
  stop()
  expect(count).toBe(0)
})

test.each([
  { status: 401, body: { detail: 'This key is not known here.' } },
  { status: 403, body: { detail: 'This origin is not allowed.' } },
  { status: 404, html: '<h1>Not found</h1>' },
  { status: 400, html: '<h1>Blocked by a firewall</h1>' },
  { status: 413, html: '<h1>Request entity too large</h1>' },
  { status: 200, html: '<h1>Sign in to the network</h1>' },
  { status: 200, body: {} },
])(
  'what no Cairn server took ($status) is kept for minutes, reported once, and sent when there is one',
  async (answer) => {
    const { browser, add, delivery, stored, problems } = setUp()
    browser.answer = () => answer
    add('1')
    await browser.run(60_000)
    add('2')
    await delivery.flush()
    await browser.run(60_000)
    expect(stored()).toEqual(['m:1', 'm:2'])
    expect(browser.sent).toHaveLength(1)
    await browser.run(20 * 60_000)
    expect(browser.sent.length).toBeGreaterThan(1)
    expect(browser.sent.length).toBeLessThan(10)
    expect(problems).toHaveLength(1)
    browser.answer = () => ({ status: 200 })
    await browser.run(6 * 60_000)
    expect(stored()).toEqual([])
  },
)

test('an answer that is not taken waits for minutes without keeping others waiting', async () => {
  const { browser, delivery, add, stored, problems } = setUp()
  browser.answer = ({ path }) =>
    path === '/v1/surveys/gone/responses'
      ? { status: 404, body: { detail: 'There is no survey "gone".' } }
      : { status: 200 }
  delivery.hold('a', '/v1/surveys/gone/responses', { answers: { score: 8 } })
  delivery.hold('b', '/v1/surveys/nps/responses', { answers: { score: 9 } })
  await browser.run()
  add('1')
  await browser.run()
  expect(stored()).toEqual(['h:a'])
  await browser.run(10 * 60_000)
  expect(browser.sent.filter(({ path }) => path.includes('gone')).length).toBeLessThan(6)
  expect(problems).toEqual(['/v1/surveys/gone/responses answered 404: There is no survey "gone".'])
  browser.answer = () => ({ status: 200 })
  await browser.run(6 * 60_000)
  expect(stored()).toEqual([])
})

test('an answer held is removed only when a Cairn server has it', async () => {
  const { browser, delivery, stored } = setUp()
  browser.answer = () => ({ status: 200, html: '<h1>Sign in to the network</h1>' })
  delivery.hold('s', '/v1/surveys/nps/responses', { answers: { score: 8 } })
  await browser.run(60_000)
  expect(stored()).toEqual(['h:s'])
})

test('a message that is rejected by its index is reported and not sent again', async () => {
  const { browser, add, stored, problems } = setUp()
  browser.answer = () => ({
    status: 200,
    body: { accepted: 0, duplicates: 0, rejected: [{ index: 0, messageId: '1', detail: 'event is missing' }] },
  })
  add('1')
  await browser.run(10_000)
  expect(stored()).toEqual([])
  expect(problems).toEqual(['rejected 1: event is missing'])
  expect(browser.sent).toHaveLength(1)
})

test('two tabs that share a storage send a message once', async () => {
  const browser = createFakeBrowser()
  const one = setUp(browser)
  const two = setUp(browser)
  one.add('1')
  void two.delivery.flush()
  void one.delivery.flush()
  await browser.run()
  expect(batches(browser)).toEqual([['1']])
})

test('what is on its way is not sent a second time when the page is left', async () => {
  const { browser, delivery, add } = setUp()
  add('1')
  void delivery.flush()
  await Promise.resolve()
  add('2')
  delivery.leave()
  await browser.run()
  expect(batches(browser)).toEqual([['1'], ['2']])
})

test('an answer that was given while another was on its way is sent after it', async () => {
  const { browser, delivery, stored } = setUp()
  delivery.hold('s', '/v1/surveys/nps/responses', { answers: { score: 8 } })
  browser.answer = ({ body }) => {
    if ((body['answers'] as { score: number }).score === 8)
      delivery.hold('s', '/v1/surveys/nps/responses', { answers: { score: 9 } })
    return { status: 200 }
  }
  await browser.run()
  expect(browser.sent.map(({ body }) => body['answers'])).toEqual([{ score: 8 }, { score: 9 }])
  expect(stored()).toEqual([])
})

test('answers wait for the network as messages do', async () => {
  const { browser, delivery, stored } = setUp()
  browser.answer = () => 'offline'
  delivery.hold('s', '/v1/surveys/nps/responses', { answers: { score: 8 } })
  await browser.run()
  expect(stored()).toEqual(['h:s'])
  browser.answer = () => ({ status: 200 })
  await browser.run(5000)
  expect(stored()).toEqual([])
})

test('a stored message that cannot be read does not hold up the others', async () => {
  const { browser, add, stored } = setUp()
  browser.storage.setItem('cairn:m:0', '{ broken')
  add('1')
  await browser.run()
  expect(batches(browser)).toEqual([['1']])
  expect(stored()).toEqual([])
})

function setUp(browser = createFakeBrowser()) {
  const { environment, runtime } = browser.openTab()
  const store = createStore(environment.localStorage, 'cairn:')
  const problems: string[] = []
  const delivery = createDelivery({
    retryDelay,
    ...environment,
    ...runtime,
    store,
    send: createSend(runtime.fetch, { api: 'https://cairn.example.com', key: 'pk_1', toJson }),
    prefix: 'cairn:',
    onDelivered: () => undefined,
    onProblem: (problem) => problems.push(String(problem)),
  })
  const add = (messageId: string, event = 'invoice_sent') => {
    store.set(`m:${messageId}`, { type: 'track', messageId, event } satisfies Partial<Message>)
    delivery.flushSoon()
  }
  return { browser, delivery, add, problems, stored: () => store.names('') }
}

function batches({ sent }: FakeBrowser) {
  return sent.map(({ body }) => (body['batch'] as Message[]).map(({ messageId }) => messageId))
}

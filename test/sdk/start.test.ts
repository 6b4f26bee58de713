import { expect, test } from 'vitest'
import { attachCairn } from '../../sdk/attach.ts'
import type { CairnOptions, QueuedCall } from '../../sdk/cairn.ts'
import type { Environment } from '../../sdk/client/environment.ts'
import type { Message } from '../../sdk/client/message.ts'
import { createCore } from '../../sdk/core.ts'
import type { LoadPart, Parts } from '../../sdk/parts.ts'
import { startCairn } from '../../sdk/start.ts'
import { createFakeBrowser, createFakeStorage } from './fake-browser.ts'
import type { FakeBrowser } from './fake-browser.ts'
import { makeProgram } from './make-state.ts'

test('an event carries who, when and where', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, { userId: 'mia', userHash: 'ab12', accountId: 'linden' })
  cairn.track('invoice_sent', { amount: 90 })
  await browser.run()
  expect(messages(browser).find(({ type }) => type === 'track')).toMatchObject({
    event: 'invoice_sent',
    properties: { amount: 90 },
    userId: 'mia',
    timestamp: '2026-03-02T08:00:00.000Z',
    context: {
      groupId: 'linden',
      userHash: 'ab12',
      locale: 'en',
      page: { url: 'https://app.example.com/', path: '/', title: 'Roadbook' },
      library: { name: 'cairn' },
    },
  })
})

test('the person and account of the options are introduced once, not on every page', async () => {
  const browser = createFakeBrowser()
  open(browser, { userId: 'mia', accountId: 'linden' })
  await browser.run()
  expect(messages(browser).map(({ type }) => type)).toEqual(['identify', 'group'])
  open(browser, { userId: 'mia', accountId: 'linden' })
  await browser.run()
  expect(messages(browser)).toHaveLength(2)
})

test('a hash that is null, as where a page has none, is no hash', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser)
  const problems: unknown[] = []
  cairn.on('problem', (problem) => problems.push(problem))
  cairn.push(['identify', 'mia', { name: 'Mia' }, null] as unknown as QueuedCall)
  cairn.push(['identify', 'mia', { name: 'Mia' }, { userHash: null }] as unknown as QueuedCall)
  await browser.run()
  expect(messages(browser)).toMatchObject([{ userId: 'mia', traits: { name: 'Mia' } }, { userId: 'mia' }])
  expect(problems).toEqual([])
})

test('what a visitor did before signing in is joined to them', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser)
  cairn.track('signed_in')
  cairn.identify('mia')
  await browser.run()
  const [before, identified] = messages(browser)
  expect(before?.userId).toBeUndefined()
  expect(identified).toMatchObject({ userId: 'mia', anonymousId: before?.anonymousId })
})

test('ids that are numbers become texts', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, { userId: 77, accountId: 771 })
  cairn.track('signed_in')
  cairn.identify(78)
  cairn.group(781)
  await browser.run()
  expect(messages(browser)).toMatchObject([
    { type: 'identify', userId: '77' },
    { type: 'group', userId: '77', groupId: '771' },
    { type: 'track', userId: '77', context: { groupId: '771' } },
    { type: 'identify', userId: '78' },
    { type: 'group', userId: '78', groupId: '781' },
  ])
})

test.each([null, undefined, '', true, NaN, ['mia']])('%j is no id, which is said and changes nothing', async (id) => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, { userId: 'mia' })
  const problems: string[] = []
  cairn.on('problem', (text) => problems.push(text))
  const wrong = [
    ['identify', id, { name: 'Mia' }],
    ['group', id],
  ] as QueuedCall[]
  cairn.push(...wrong)
  await browser.run()
  expect(problems).toHaveLength(2)
  expect(messages(browser).map(({ type, userId }) => [type, userId])).toEqual([['identify', 'mia']])
})

test.each([
  { who: 'stays the same person when they become known', call: ['identify', 'jonas'], options: {}, kept: 1 },
  { who: 'stays the same person when their account becomes known', call: ['group', 'linden'], options: {}, kept: 1 },
  { who: 'who is known is not who signs in next', call: ['identify', 'jonas'], options: { userId: 'mia' }, kept: 0 },
  { who: 'is somebody else after reset', call: ['reset'], options: {}, kept: 0 },
] as const)('a visitor $who', async ({ call, options, kept }) => {
  const browser = createFakeBrowser()
  const session = createFakeStorage()
  const { cairn } = open(browser, options, { sessionStorage: () => session })
  cairn.track('invoice_sent')
  await browser.run()
  cairn.push(call)
  await browser.run()
  expect(Object.keys(session).filter((name) => name.endsWith(':tracked'))).toHaveLength(kept)
})

test('another person at the same browser starts afresh', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, { userId: 'mia', accountId: 'linden' })
  cairn.identify('jonas')
  await browser.run()
  const [mia, , jonas] = messages(browser)
  expect(jonas?.anonymousId).not.toBe(mia?.anonymousId)
  expect(jonas?.context).not.toHaveProperty('groupId')
})

test('after reset nobody is known', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, { userId: 'mia', accountId: 'linden' })
  cairn.reset()
  cairn.track('signed_in')
  await browser.run()
  const last = messages(browser).at(-1)
  expect(last?.userId).toBeUndefined()
  expect(last?.context).not.toHaveProperty('groupId')
})

test('page reads its arguments as analytics.js does', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, { userId: 'mia' })
  cairn.page('Invoices')
  cairn.page('Office', 'Invoices', { open: 3 })
  cairn.page()
  await browser.run()
  const pages = messages(browser).filter(({ type }) => type === 'page')
  expect(pages).toMatchObject([
    { name: 'Invoices', properties: { path: '/' } },
    { name: 'Invoices', properties: { path: '/', category: 'Office', open: 3 } },
    { properties: { title: 'Roadbook' } },
  ])
})

test('Global Privacy Control keeps a visitor unrecorded until they are identified', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, {}, { privacyControl: () => true })
  cairn.track('signed_in')
  await browser.run()
  expect(browser.sent).toEqual([])
  expect(Object.keys(browser.storage)).toEqual([])
  cairn.identify('mia')
  cairn.track('invoice_sent')
  await browser.run()
  expect(messages(browser).map(({ type }) => type)).toEqual(['identify', 'track'])
})

test('without consent nothing is stored or sent, on later pages too', async () => {
  const browser = createFakeBrowser()
  browser.answer = () => 'offline'
  const { cairn } = open(browser, { userId: 'mia' })
  cairn.track('invoice_sent')
  await browser.run()
  cairn.consent(false)
  browser.sent.length = 0
  cairn.track('invoice_sent')
  open(browser, { userId: 'mia' }).cairn.track('invoice_sent')
  await browser.run(60_000)
  expect(browser.sent.filter(({ path }) => path === '/v1/messages')).toEqual([])
  expect(Object.keys(browser.storage)).toEqual(['cairn:pk_1:consent'])
})

test('where consent is needed nothing is stored or sent until it is given, and then who it is', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, { userId: 'mia', accountId: 'linden', needsConsent: true })
  cairn.track('signed_in')
  cairn.identify('mia', { name: 'Mia Keller' })
  cairn.group('linden', { segment: 'school' })
  await browser.run(60_000)
  expect(browser.sent).toEqual([])
  expect(Object.keys(browser.storage)).toEqual([])
  cairn.consent(true)
  await browser.run()
  expect(messages(browser)).toMatchObject([
    { type: 'identify', userId: 'mia', traits: { name: 'Mia Keller' } },
    { type: 'group', userId: 'mia', groupId: 'linden', traits: { segment: 'school' } },
  ])
  open(browser, { needsConsent: true }).cairn.track('invoice_sent')
  await browser.run()
  expect(messages(browser).at(-1)).toMatchObject({ event: 'invoice_sent', userId: 'mia' })
})

test('a visitor of whom a reset was heard before their consent is not introduced', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, { needsConsent: true })
  cairn.identify('mia')
  cairn.reset()
  cairn.consent(true)
  cairn.track('signed_in')
  await browser.run()
  expect(messages(browser).map(({ type, userId }) => [type, userId])).toEqual([['track', undefined]])
})

test('under Global Privacy Control the account that was named first joins who is identified later', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, {}, { privacyControl: () => true })
  cairn.group('linden')
  cairn.identify('mia')
  await browser.run()
  expect(messages(browser)).toMatchObject([{ type: 'identify' }, { type: 'group', userId: 'mia', groupId: 'linden' }])
})

test('of a person who signs out nothing stays but what is still to be sent', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, { userId: 'mia' })
  browser.storage.setItem('cairn:pk_1:minimised', 'true')
  await browser.run()
  cairn.reset()
  await browser.run()
  expect(Object.keys(browser.storage)).toEqual(['cairn:pk_1:news'])
})

test('whoever signed out in one tab is not introduced again by another that hears of consent', async () => {
  const browser = createFakeBrowser()
  const first = open(browser, { userId: 'mia' })
  const second = open(browser, { userId: 'mia' })
  await browser.run()
  first.cairn.reset()
  second.happen.shared('cairn:pk_1:identity')
  first.cairn.consent(true)
  second.happen.shared('cairn:pk_1:consent')
  first.cairn.track('invoice_sent')
  await browser.run()
  expect(messages(browser).at(-1)).toMatchObject({ event: 'invoice_sent' })
  expect(messages(browser).at(-1)?.userId).toBeUndefined()
})

test('a language is understood however its parts are joined', async () => {
  const browser = createFakeBrowser()
  open(browser, { userId: 'mia', locale: 'fr_CH' })
  await browser.run()
  expect(messages(browser)[0]?.context).toMatchObject({ locale: 'fr-CH' })
})

test('with consent the person is introduced again', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, { userId: 'mia' })
  cairn.consent(false)
  cairn.consent(true)
  await browser.run()
  expect(messages(browser).at(-1)).toMatchObject({ type: 'identify', userId: 'mia' })
})

test('the state is asked for once at the start, and again after an event that completes a step', async () => {
  const browser = createFakeBrowser()
  browser.answer = ({ path }) => ({
    status: 200,
    body: path === '/v1/state' ? { programs: [makeProgram()], surveys: [] } : undefined,
  })
  const { cairn } = open(browser, { userId: 'mia' })
  await browser.run()
  const asked = () => browser.sent.filter(({ path }) => path === '/v1/state').length
  expect(asked()).toBe(1)
  cairn.track('student_created')
  await browser.run()
  expect(asked()).toBe(1)
  cairn.track('team_invited')
  await browser.run()
  expect(asked()).toBe(2)
})

test('another tab that delivered such an event has this one ask', async () => {
  const browser = createFakeBrowser()
  const { happen } = open(browser, { userId: 'mia' })
  await browser.run()
  happen.shared('cairn:pk_1:news')
  await browser.run()
  expect(browser.sent.filter(({ path }) => path === '/v1/state')).toHaveLength(2)
})

test('of many tabs only those that are looked at ask, the others as soon as they are', async () => {
  const browser = createFakeBrowser()
  const { happen } = open(browser, { userId: 'mia' })
  await browser.run()
  happen.hidden()
  happen.shared('cairn:pk_1:news')
  happen.shared('cairn:pk_1:identity')
  await browser.run()
  const asked = () => browser.sent.filter(({ path }) => path === '/v1/state')
  expect(asked()).toHaveLength(1)
  happen.visible()
  await browser.run()
  expect(asked()).toHaveLength(2)
})

test('a tab that is looked at again asks only when its answer is old', async () => {
  const browser = createFakeBrowser()
  const { happen } = open(browser, { userId: 'mia' })
  await browser.run(10_000)
  happen.visible()
  await browser.run(10_000)
  expect(browser.sent.filter(({ path }) => path === '/v1/state')).toHaveLength(1)
  happen.visible()
  await browser.run()
  expect(browser.sent.filter(({ path }) => path === '/v1/state')).toHaveLength(2)
})

test.each([
  [503, 2],
  ['offline', 2],
  [403, 1],
] as const)('a server that answers %s is asked for the state %i times in half a minute', async (answer, times) => {
  const browser = createFakeBrowser()
  const asked = () => browser.sent.filter(({ path }) => path === '/v1/state').length
  browser.answer = ({ path }) =>
    path !== '/v1/state' ? { status: 200, body: { accepted: 1 } } : answer === 'offline' ? answer : { status: answer }
  open(browser, { userId: 'mia' })
  await browser.run()
  const before = asked()
  browser.answer = () => ({ status: 200, body: { programs: [], surveys: [], tours: [], announcements: [] } })
  await browser.run(30_000)
  expect(asked() - before).toBe(times - 1)
})

test('nothing that goes wrong reaches the page', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, {}, { localStorage: refuse, sessionStorage: refuse })
  const problems: string[] = []
  cairn.on('problem', (text) => problems.push(text))
  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  cairn.track('invoice_sent', circular)
  cairn.push(['fly', 'away'] as unknown as QueuedCall)
  cairn.track('invoice_sent', { note: 'x'.repeat(40_000) })
  await browser.run()
  expect(problems).toHaveLength(3)
  cairn.track('invoice_sent')
  await browser.run()
  expect(messages(browser)).toHaveLength(1)
})

test('a queued call that is none is said, and the others are made', async () => {
  const browser = createFakeBrowser()
  const page = { cairn: [null, 'track', [], ['fly', 'away'], ['on', 'track', 5], ['track', 'invoice_sent']] }
  const problems: string[] = []
  attachCairn(
    page,
    { localName: 'script', src: 'https://cairn.example.com/sdk/cairn.js', dataset: { key: 'pk_1' } },
    (options) => {
      const { cairn } = open(browser, options)
      cairn.on('problem', (text) => problems.push(text))
      return cairn
    },
  )
  await browser.run()
  expect(problems).toEqual([
    'Error: no method: null',
    'Error: no method: "track"',
    'Error: no method: []',
    'Error: no method: ["fly","away"]',
    'Error: no listener: 5',
  ])
  expect(messages(browser).map(({ event }) => event)).toEqual(['invoice_sent'])
})

test('a listener hears calls until it is taken off', () => {
  const { cairn } = open(createFakeBrowser())
  const heard: unknown[] = []
  const stop = cairn.on('track', (event, properties) => heard.push([event, properties]))
  cairn.track('invoice_sent', { amount: 90 })
  stop()
  cairn.track('invoice_sent')
  expect(heard).toEqual([['invoice_sent', { amount: 90 }]])
})

test('two instances on one page keep to themselves', async () => {
  const browser = createFakeBrowser()
  open(browser, { userId: 'mia' })
  const { cairn } = open(browser, { key: 'pk_2' })
  cairn.track('signed_in')
  await browser.run()
  expect(messages(browser).find(({ event }) => event === 'signed_in')?.userId).toBeUndefined()
})

test('a message is too large by its bytes, and is refused at once', async () => {
  const browser = createFakeBrowser()
  const { cairn } = open(browser, { userId: 'mia' })
  const problems: string[] = []
  cairn.on('problem', (text) => problems.push(text))
  cairn.track('note_written', { note: '学'.repeat(12_000) })
  expect(problems).toEqual(['too large: note_written'])
  cairn.track('invoice_sent')
  await browser.run()
  expect(messages(browser).map(({ event }) => event)).toEqual([undefined, 'invoice_sent'])
})

test.each([
  { what: 'messages', note: '', events: 1_200, kept: 1_000 },
  { what: 'bytes', note: 'x'.repeat(20_000), events: 60, kept: 49 },
])(
  'where the server is never reached, too many $what make room for new ones, which is said',
  async ({ note, events, kept }) => {
    const browser = createFakeBrowser()
    browser.answer = () => 'offline'
    const { cairn } = open(browser)
    const problems: string[] = []
    cairn.on('problem', (text) => problems.push(text))
    for (let number = 0; number < events; number++) cairn.track('invoice_sent', { number, note })
    const stored = Object.entries(browser.storage).filter(([key]) => key.includes(':m:'))
    expect(stored).toHaveLength(kept)
    expect(stored.at(-1)?.[1]).toContain(`"number":${events - 1},`)
    expect(problems).toHaveLength(events - kept)
    expect(problems[0]).toMatch(/^dropped .*: too many wait$/)
  },
)

test('a core that cannot be loaded is asked for again, later each time, and misses nothing', async () => {
  const browser = createFakeBrowser()
  const asked: [part: string, failures: number | undefined][] = []
  const fails = (part: string, failures = 0) => {
    asked.push([part, failures])
    return failures < 3
  }
  const { cairn } = open(browser, { userId: 'mia' }, { fails })
  const problems: string[] = []
  cairn.on('problem', (text) => problems.push(text))
  cairn.track('invoice_sent')
  await browser.run(400)
  cairn.track('payment_recorded')
  await browser.run(0)
  expect(asked).toEqual([['core', 0]])
  await browser.run(600)
  expect(asked).toHaveLength(2)
  await browser.run(60_000)
  expect(asked).toEqual([0, 1, 2, 3].map((failures) => ['core', failures]))
  expect(problems).toHaveLength(3)
  expect(messages(browser).map(({ event }) => event)).toEqual([undefined, 'invoice_sent', 'payment_recorded'])
})

function open(
  browser: FakeBrowser,
  options: Partial<CairnOptions> = {},
  {
    fails = () => false,
    ...change
  }: Partial<Environment> & { fails?: (part: string, failures?: number) => boolean } = {},
) {
  const { environment, runtime, happen } = browser.openTab(change)
  const core: Parts['core'] = { createCore: (given) => createCore(given, runtime) }
  const load = async (part: string, failures?: number) => {
    if (fails(part, failures)) throw new TypeError('Failed to fetch dynamically imported module')
    if (part !== 'core') throw new Error('There is no page to show it on')
    return core
  }
  return {
    cairn: startCairn(
      { key: 'pk_1', api: 'https://cairn.example.com', ...options },
      environment,
      load as unknown as LoadPart,
    ),
    happen,
  }
}

function messages({ sent }: FakeBrowser): Message[] {
  return sent.flatMap(({ body }) => (body['batch'] as Message[] | undefined) ?? [])
}

function refuse(): never {
  throw new DOMException('Access is denied', 'SecurityError')
}

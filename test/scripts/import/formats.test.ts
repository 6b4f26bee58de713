import { expect, test } from 'vitest'
import { createTestApp } from '../../support/create-test-app.ts'
import { exportAll, jsonLines, makeFile, runImport } from './run-import.ts'

/** When the messages of these files happened, before a test's now. */
const at = '2026-02-01T10:00:00.000Z'
const seconds = Date.parse(at) / 1000

/** Imports a file twice, and expects the second time to add nothing. */
async function importTwice(name: string, content: string, ...args: string[]) {
  const app = await createTestApp({ RATE_LIMIT: '0' })
  const file = makeFile(name, content)
  const first = await runImport(app, file, ...args)
  const facts = await exportAll(app)
  const second = await runImport(app, file, ...args)
  expect(second.said).toContain('\n0 new, ')
  expect(await exportAll(app)).toEqual(facts)
  return { ...first, facts }
}

test("Segment's raw messages keep their ids and times, however long ago they were sent", async () => {
  const { code, said, facts } = await importTwice(
    '2026.jsonl',
    jsonLines([
      { type: 'group', messageId: 's1', userId: 'mia', groupId: 'linde', traits: { name: 'Linde' }, timestamp: at },
      {
        type: 'track',
        messageId: 's2',
        userId: 'mia',
        event: 'invoice_sent',
        timestamp: at,
        sentAt: at,
        receivedAt: at,
      },
      {
        type: 'page',
        messageId: 's3',
        anonymousId: 'v',
        name: 'Home',
        originalTimestamp: at,
        properties: { path: '/' },
      },
      { type: 'alias', messageId: 's4', userId: 'mia', previousId: 'v', timestamp: at },
    ]),
  )
  expect([code, said]).toEqual([0, expect.stringContaining(': segment')])
  expect(facts).toMatchObject([
    { messageId: 's1', type: 'group', accountId: 'linde', timestamp: at },
    { messageId: 's2', type: 'track', event: 'invoice_sent', accountId: 'linde', timestamp: at },
    { messageId: 's3', type: 'page', event: 'Home', userId: 'mia', timestamp: at, properties: { path: '/' } },
    { messageId: 's4', type: 'alias', timestamp: at },
  ])
})

test("rows of Segment's warehouse are told by their table", async () => {
  const { facts } = await importTwice(
    'identifies.csv',
    `id,user_id,anonymous_id,received_at,timestamp,context_ip,email,seats\nw1,mia,v,${at},2026-02-01 10:00:00.000,::1,m@x.ch,3\n`,
  )
  expect(facts).toMatchObject([
    { messageId: 'w1', type: 'identify', timestamp: at, traits: { email: 'm@x.ch', seats: 3 }, context: { ip: '::1' } },
  ])
})

test("PostHog's events become what they mean", async () => {
  const event = (uuid: string, [name, distinct]: [string, string], properties: object) => ({
    ...{ uuid, event: name, distinct_id: distinct, properties, timestamp: '2026-02-01 10:00:00.000000+00:00' },
    ...{ person_id: 'p', elements_chain: '' },
  })
  const { said, facts } = await importTwice(
    'events.jsonl',
    jsonLines([
      event('u1', ['$pageview', 'v'], { $device_id: 'v', $current_url: 'https://x.ch/a', $pathname: '/a', title: 'A' }),
      event('u2', ['$identify', 'mia'], {
        $anon_distinct_id: 'v',
        $set: { name: 'Mia' },
        $set_once: { $initial_x: 1 },
      }),
      event('u3', ['$groupidentify', '$company_linde'], {
        ...{ $group_type: 'company', $group_key: 'linde', $group_set: { plan: 'pro' } },
      }),
      event('u4', ['invoice_sent', 'mia'], { $device_id: 'v', $group_0: 'linde', amount: 90, $set: { role: 'owner' } }),
      { distinct_id: 'mia', person_id: 'p', properties: { name: 'Mia K.' }, created_at: at, _inserted_at: at },
    ]),
  )
  expect(said).toContain(': posthog')
  expect(facts).toMatchObject([
    { messageId: 'u1', type: 'page', event: 'A', anonymousId: 'v', timestamp: at, properties: { path: '/a' } },
    { messageId: 'u2', type: 'identify', userId: 'mia', anonymousId: 'v', traits: { name: 'Mia' } },
    { messageId: 'u3', type: 'group', userId: null, accountId: 'linde', traits: { plan: 'pro' } },
    { messageId: 'u4', type: 'track', event: 'invoice_sent', accountId: 'linde', properties: { amount: 90 } },
    { messageId: 'u4-set', type: 'identify', userId: 'mia', traits: { role: 'owner' } },
    { type: 'identify', userId: 'mia', traits: { name: 'Mia K.' } },
  ])
  expect(facts[1]!.traits).toEqual({ name: 'Mia' })
})

test("PostHog's devices are visitors, in events and in persons, who become the users that they turn out to be", async () => {
  const [phone, laptop] = [
    '0198c1de-7a51-7bd2-9a3f-5f0e8a3c1b22',
    '171842424bf55-06b1843bc657b5-396d7507-7e9000-171842424c07d2',
  ]
  const event = (
    uuid: string,
    distinct: string,
    { mode = 'full', ...properties }: { mode?: string; [name: string]: unknown },
  ) => ({
    ...{ uuid, event: 'opened', distinct_id: distinct, person_mode: mode, properties, timestamp: at },
  })
  const person = (distinct: string, more: object) => ({
    ...{ distinct_id: distinct, person_id: 'p', is_deleted: false, created_at: at, ...more },
  })
  const { facts } = await importTwice(
    'all.jsonl',
    jsonLines([
      event('u1', 'd1', { $is_identified: false, $device_id: 'd1' }),
      event('u2', 'd2', { $process_person_profile: false }),
      event('u3', 'd3', { mode: 'propertyless' }),
      event('u4', 'd4', { $device_id: 'd4' }),
      event('u5', phone, { $user_id: phone, $device_id: 'd5' }),
      { ...event('u6', 'mia', { $anon_distinct_id: laptop, $set: { name: 'Mia' } }), event: '$identify' },
      person('mia', { properties: { name: 'Mia K.' } }),
      person(laptop, { properties: { name: 'Mia K.' } }),
      person('0198C1DE-7A51-7BD2-9A3F-5F0E8A3C1B23', { properties: { plan: 'pro' } }),
      person('jonas', { properties: { plan: 'pro' }, is_identified: false }),
    ]),
  )
  expect(facts.map(({ userId, anonymousId }) => [userId, anonymousId])).toEqual([
    [null, 'd1'],
    [null, 'd2'],
    [null, 'd3'],
    [null, 'd4'],
    [phone, 'd5'],
    ['mia', laptop],
    ['mia', null],
    ['mia', laptop],
    [null, '0198C1DE-7A51-7BD2-9A3F-5F0E8A3C1B23'],
    [null, 'jonas'],
  ])
})

test('a CSV of PostHog is read as well', async () => {
  const properties = '"{""amount"":90,""$device_id"":""v""}"'
  const { facts } = await importTwice(
    'posthog.csv',
    `uuid,event,distinct_id,properties,timestamp\nu1,invoice_sent,mia,${properties},${at}\n`,
  )
  expect(facts).toMatchObject([{ messageId: 'u1', userId: 'mia', anonymousId: 'v', properties: { amount: 90 } }])
  const wide = await importTwice(
    'wide.csv',
    `uuid,event,distinct_id,properties.$is_identified,timestamp\nu1,opened,v,False,${at}\n`,
  )
  expect(wide.facts).toMatchObject([{ messageId: 'u1', userId: null, anonymousId: 'v' }])
})

test("Mixpanel's events and profiles become what they mean", async () => {
  const event = (name: string, properties: object) => ({ event: name, properties: { time: seconds, ...properties } })
  const { said, facts } = await importTwice(
    'mixpanel.jsonl',
    jsonLines([
      event('Opened', { distinct_id: '$device:d1', $device_id: 'd1', $insert_id: 'i1' }),
      event('$identify', { distinct_id: 'mia', $identified_id: 'mia', $anon_id: 'd1', $insert_id: 'i2' }),
      event('Paid', { distinct_id: 'mia', $user_id: 'mia', $insert_id: 'same', company: 'linde', amount: 90 }),
      event('Refunded', { distinct_id: 'mia', $user_id: 'mia', $insert_id: 'same', company: ['linde'] }),
      {
        $distinct_id: 'mia',
        $properties: { $email: 'm@x.ch', plan: 'pro', $city: 'Bern', $last_seen: '2026-02-01T10:00:00' },
      },
    ]),
    '--account',
    'company',
  )
  expect(said).toContain(': mixpanel')
  expect(facts).toMatchObject([
    { type: 'track', event: 'Opened', anonymousId: 'd1', userId: 'mia', timestamp: at },
    { type: 'identify', userId: 'mia', anonymousId: 'd1' },
    { type: 'track', event: 'Paid', accountId: 'linde', properties: { amount: 90 } },
    { type: 'track', event: 'Refunded', accountId: 'linde' },
    { type: 'identify', userId: 'mia', timestamp: at },
  ])
  expect(facts[4]!.traits).toEqual({ email: 'm@x.ch', plan: 'pro' })
})

test("a table of one's own needs an event and a user, and makes properties of its other columns", async () => {
  const { said, facts } = await importTwice(
    'own.csv',
    `userId,event,timestamp,amount,paid,zip\nmia,invoice_sent,2026-02-01,90,true,08001\n`,
  )
  expect(said).toContain(': csv')
  expect(facts).toMatchObject([
    { type: 'track', timestamp: '2026-02-01T00:00:00.000Z', properties: { amount: 90, paid: true, zip: '08001' } },
  ])
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTestApp, testStart, type TestApp } from '../../support/create-test-app.ts'
import { expectRollups } from '../../support/expect-rollups.ts'
import { message, sendAll } from '../../support/random-histories.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { exportAll, makeFile, runImport } from './run-import.ts'

/** Facts without what another server gives them. */
const told = async (app: TestApp) => (await exportAll(app)).map(({ id: _, receivedAt: __, ...fact }) => fact)

const tables = {
  accounts: 'id, traits, trait_times, first_seen_at, last_seen_at',
  users: 'id, account_id, account_since, traits, trait_times, first_seen_at, last_seen_at',
  visitors: 'anonymous_id, user_id',
  event_totals: '*',
  daily_events: '*',
  daily_users: '*',
  enrolments: '*',
}

async function derived({ services }: TestApp) {
  const results = await services.database.read(
    Object.entries(tables).map(([table, columns]) => `SELECT ${columns} FROM ${table}`),
  )
  // Names in an object, and rows in a table, are in no order that would mean anything.
  const plain = (row: object) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, name.startsWith('trait') ? JSON.parse(String(value)) : value]),
    )
  const key = (row: object) => Object.values(row).slice(0, 3).join('|')
  return results.map(({ rows }, place) => [
    Object.keys(tables)[place],
    rows.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)).map(plain),
  ])
}

async function download(app: TestApp, format: string): Promise<Uint8Array> {
  const headers = { Authorization: `Bearer ${app.services.keys.secret}` }
  const response = await app.request(`/v1/events/export?format=${format}`, { headers })
  return new Uint8Array(await response.arrayBuffer())
}

/** People who become known late, change accounts and send late, and texts that a format could break. */
async function liveALife(app: TestApp): Promise<void> {
  await sendAll(app, fc.sample(fc.array(message, { minLength: 20, maxLength: 40 }), { numRuns: 12, seed: 7 }))
  const odd = ["'=1", '=1+1', '-1', "'", '"quoted", and', 'Zoë 🗿 \u2028', '+41 44 1']
  const batch = [
    { type: 'group', userId: 'ines', groupId: 'hafen', traits: { segment: 'school', name: '=Hafen' }, messageId: 'g1' },
    { type: 'track', anonymousId: 'late', event: 'signed_in', messageId: 'a1' },
    {
      type: 'identify',
      userId: 'ines',
      anonymousId: 'late',
      traits: { name: "O'Neil", seats: 3, vip: true },
      messageId: 'i1',
    },
    ...odd.map((event, place) => ({
      type: 'track',
      userId: 'ines',
      event,
      messageId: `odd-${place}`,
      properties: { event },
    })),
    { type: 'page', userId: 'ines', name: 'Home', properties: { deep: { list: [1, null, 'a\nb'] } }, messageId: 'p1' },
    { type: 'track', userId: 'ines', event: 'named', context: { groupId: 'other', ip: '::1' }, messageId: 'n1' },
    { type: 'track', userId: 'ines', event: 'earlier', timestamp: '2025-11-01T00:00:00.123Z', messageId: 'e1' },
  ]
  app.clock.now += 1000
  const sent = await app.send('/v1/batch', { batch })
  expect(await sent.json()).toMatchObject({ accepted: batch.length })
}

test.each([
  ['jsonl', false],
  ['csv', false],
  ['csv', true],
  ['jsonl', true],
])(
  'what is exported as %s (gzip: %s) is the same on another server, and twice is once',
  async (format, isCompressed) => {
    const origin = await createTestApp({ RATE_LIMIT: '0' })
    await liveALife(origin)
    const bytes = await download(origin, format)
    const file = makeFile(`facts.${format}${isCompressed ? '.gz' : ''}`, isCompressed ? gzipSync(bytes) : bytes)

    const target = await createTestApp({ RATE_LIMIT: '0' })
    target.clock.now = testStart + 3_600_000
    const first = await runImport(target, file)
    expect(first).toMatchObject({ code: 0 })
    const facts = await told(origin)
    expect(facts.length).toBeGreaterThan(100)
    expect(await told(target)).toEqual(facts)
    expect(await derived(target)).toEqual(await derived(origin))
    await expectRollups(target.services.database)

    const second = await runImport(target, file)
    expect(second.code).toBe(0)
    expect(second.said).toContain(`0 new, ${facts.length} there already, 0 rejected`)
    expect(await told(target)).toEqual(facts)
  },
)

test('an account is named from outside with a secret key only', async () => {
  const app = await createTestApp()
  const batch = [{ type: 'track', userId: 'mia', event: 'signed_in', messageId: 'm', accountId: 'linde' }]
  await app.send('/v1/batch', { batch })
  expect(await exportAll(app)).toMatchObject([{ accountId: null }])
})

test('a compressed export that was broken off is imported as far as it goes, and said to be broken', async () => {
  const origin = await createTestApp({ RATE_LIMIT: '0' })
  await liveALife(origin)
  const file = join(temporaryFolder(), 'facts.jsonl.gz')
  writeFileSync(file, gzipSync(await download(origin, 'jsonl')).subarray(0, -500))
  const target = await createTestApp({ RATE_LIMIT: '0' })
  const run = await runImport(target, file)
  expect(run).toMatchObject({ code: 1, said: expect.stringContaining('is broken off or damaged') })
})

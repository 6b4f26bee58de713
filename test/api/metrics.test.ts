import { expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const track = (messageId: string, more: object = {}) => ({
  type: 'track',
  userId: 'mia@example.com',
  event: 'invoice_sent',
  messageId,
  ...more,
})

/** The figures by name and labels, as Prometheus would have them. */
async function scrape(app: TestApp): Promise<Map<string, number>> {
  const response = await app.request('/metrics', { headers: { Authorization: `Bearer ${app.services.keys.secret}` } })
  expect(response.headers.get('Content-Type')).toContain('text/plain; version=0.0.4')
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(' ')
      return [line.slice(0, end), Number(line.slice(end + 1))]
    }),
  )
}

test('messages are counted by what became of them', async () => {
  const app = await createTestApp()
  await app.send('/v1/batch', { batch: [track('m1'), track('m2'), track('m1'), track('m3', { event: '' }), 7] })
  await app.send('/v1/track', track('m4', { properties: { long: 'x'.repeat(40_000) } }))
  const figures = await scrape(app)
  expect(figures.get('cairn_messages_accepted_total')).toBe(2)
  expect(figures.get('cairn_messages_duplicate_total')).toBe(1)
  expect(figures.get('cairn_messages_rejected_total{reason="invalid"}')).toBe(2)
  expect(figures.get('cairn_messages_rejected_total{reason="too_large"}')).toBe(1)
  expect(figures.get('cairn_commit_messages_sum')).toBe(3)
  expect(figures.get('cairn_commit_duration_seconds_count')).toBe(2)
  expect(figures.get('cairn_queue_messages')).toBe(0)
})

test('requests are counted by route and status, whatever their paths hold', async () => {
  const app = await createTestApp()
  for (const id of ['linde', 'eiche', 'mia@example.com']) {
    await app.request(`/v1/accounts/${id}`, { headers: { Authorization: `Bearer ${app.services.keys.secret}` } })
  }
  await app.request('/v1/accounts/linde?q=secret')
  for (const path of ['/no/such/path', '/v1/nor/this', '/%00']) await app.request(path, { method: 'BREW' })
  const figures = await scrape(app)
  const requests = (route: string, status: number) =>
    figures.get(`cairn_http_request_duration_seconds_count{method="GET",route="${route}",status="${status}"}`)
  expect(requests('/v1/accounts/:id', 404)).toBe(3)
  expect(requests('/v1/accounts/:id', 401)).toBe(1)
  const names = [...figures.keys()].filter((name) => name.startsWith('cairn_')).join('\n')
  expect(names).not.toMatch(/linde|mia|secret|such|nor|BREW/)
  expect(names).toContain('method="other"')
})

test('the process, the database, the version and the jobs have figures', async () => {
  const app = await createTestApp()
  await app.services.database.write([
    `INSERT INTO jobs (name, due_at, ended_at, failures) VALUES ('recomputeAll', unixepoch() * 1000 - 60000, 1772438400000, 3),
      ('finishErasures', unixepoch() * 1000 - 60000, 1772438400000, 0)`,
  ])
  const figures = await scrape(app)
  expect(figures.get('cairn_job_overdue_seconds{job="recomputeAll"}')).toBeGreaterThanOrEqual(59)
  expect(figures.get('cairn_job_last_success_timestamp_seconds{job="recomputeAll"}')).toBe(1772438400)
  // Nobody is to be erased, so nobody has to come for it.
  expect(figures.get('cairn_job_overdue_seconds{job="finishErasures"}')).toBe(0)
  expect(figures.get('cairn_job_failures{job="recomputeAll"}')).toBe(3)
  expect(figures.get('cairn_database_up')).toBe(1)
  expect(figures.get('cairn_database_size_bytes')).toBeGreaterThan(4096)
  expect(figures.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
  expect(figures.has('nodejs_eventloop_lag_p99_seconds')).toBe(true)
  expect([...figures.keys()].some((name) => /^cairn_build_info\{version="\d+\.\d+\.\d+",node="v/.test(name))).toBe(true)
})

test('figures are given while the database is away', async () => {
  const app = await createTestApp()
  await scrape(app)
  await app.services.database.write(['ALTER TABLE jobs RENAME TO jobs_of_another_time'])
  const figures = await scrape(app)
  expect(figures.get('cairn_database_up')).toBe(0)
  expect(figures.has('cairn_database_size_bytes')).toBe(false)
  expect(figures.has('cairn_queue_messages')).toBe(true)
})

test('two apps in one process count for themselves', async () => {
  const [one, other] = [await createTestApp(), await createTestApp()]
  await one.send('/v1/batch', { batch: [track('m1')] })
  expect((await scrape(one)).get('cairn_messages_accepted_total')).toBe(1)
  expect((await scrape(other)).get('cairn_messages_accepted_total')).toBe(0)
})

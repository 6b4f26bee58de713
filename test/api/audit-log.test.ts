import { setTimeout as wait } from 'node:timers/promises'
import { LibsqlError } from '@libsql/client'
import { describe, expect, test } from 'vitest'
import { createAuditTrail } from '../../api/audit/audit-trail.ts'
import { expireAuditLog } from '../../api/audit/expire.ts'
import type { Act } from '../../api/contract/audit-log.ts'
import type { NewKey } from '../../api/contract/keys.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { hashSubject } from '../../api/identity.ts'
import { createLog } from '../../api/log.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const read = async (app: TestApp, query = '') => {
  await app.services.auditTrail.close()
  return (await app.read<Page<Act>>(`/v1/audit-log${query}`)).data
}
const brief = (acts: Act[]) => acts.map(({ actor, action, target, status }) => `${actor} ${action} ${target} ${status}`)
const rows = async (app: TestApp) => {
  const { rows: found } = await app.services.database.client.execute('SELECT action FROM audit_log ORDER BY id')
  return found.map((row) => String(row['action']))
}
const signIn = (app: TestApp, secretKey: string) =>
  app.request('/v1/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ secretKey }),
  })

describe('the audit log', () => {
  test('has every act with a secret key, done or not, with who did it, and no messages', async () => {
    const app = await createTestApp()
    await app.send('/v1/group', { userId: 'mia', groupId: 'linde' })
    await app.read('/v1/track', { userId: 'mia', event: 'signed_in' })
    await app.send('/v1/state', { userId: 'mia' })
    expect((await app.send('/v1/accounts')).status).toBe(403)
    const key = await app.read<NewKey>('/v1/keys', { kind: 'secret', name: 'CRM', scopes: ['read'] })
    const headers = { Authorization: `Bearer ${key.value}` }
    await app.request('/v1/accounts/linde?scorecard=secret', { headers })
    await app.request('/v1/accounts/nobody', { headers })
    await app.request(`/v1/keys/${key.id}`, { method: 'DELETE', headers })

    expect(brief(await read(app))).toEqual([
      `${key.id} revokeKey /v1/keys/${key.id} 403`,
      `${key.id} readAccount /v1/accounts/nobody 404`,
      `${key.id} readAccount /v1/accounts/linde 200`,
      'secret createKey /v1/keys 200',
    ])
    const [latest] = await read(app, '?limit=1')
    expect(latest).toMatchObject({ action: 'listActs', at: '2026-03-02T08:00:00.000Z', requestId: expect.any(String) })
  })

  test('has sessions: who signed in and out, who tried, and what was done in them', async () => {
    const app = await createTestApp()
    const key = await app.read<NewKey>('/v1/keys', { kind: 'secret', name: 'Anna', scopes: ['read'] })
    const sender = await app.read<NewKey>('/v1/keys', { kind: 'secret', name: 'Billing', scopes: ['ingest'] })
    await signIn(app, sender.value)
    for (let attempt = 0; attempt < 7; attempt++) await signIn(app, 'sk_not_known_at_all')
    const cookie = (await signIn(app, key.value)).headers.get('Set-Cookie')?.split(';')[0] ?? ''
    await app.request('/v1/accounts', { headers: { Cookie: cookie } })
    await app.request('/v1/session', { headers: { Cookie: cookie } })
    await app.request('/v1/session', { method: 'DELETE', headers: { Cookie: cookie } })
    await app.request('/v1/session', { method: 'DELETE' })

    expect(brief(await read(app))).toEqual([
      `session:${key.id} signOut /v1/session 204`,
      `session:${key.id} listAccounts /v1/accounts 200`,
      `session:${key.id} signIn /v1/session 200`,
      'nobody signIn /v1/session 401',
      `session:${sender.id} signIn /v1/session 403`,
      'secret createKey /v1/keys 200',
      'secret createKey /v1/keys 200',
    ])
  })

  test('has failed attempts to sign in as one act for ten minutes, with how many they were', async () => {
    const app = await createTestApp()
    const attempts = async () => (await read(app, '?actor=nobody')).map(({ at, count }) => [at, count])
    for (let attempt = 0; attempt < 7; attempt++) await signIn(app, 'sk_not_known_at_all')
    expect(await attempts()).toEqual([['2026-03-02T08:00:00.000Z', 7]])
    app.clock.now += 599_999
    await signIn(app, 'sk_not_known_at_all')
    expect(await attempts()).toEqual([['2026-03-02T08:00:00.000Z', 8]])
    app.clock.now += 1
    await signIn(app, 'sk_not_known_at_all')
    expect(await attempts()).toEqual([
      ['2026-03-02T08:10:00.000Z', 1],
      ['2026-03-02T08:00:00.000Z', 8],
    ])
  })

  test('names no user: the hash of their id stays when they are erased', async () => {
    const app = await createTestApp()
    const headers = { Authorization: `Bearer ${app.services.keys.secret}` }
    await app.request('/v1/users/mia%40example.com', { method: 'DELETE', headers })
    const [act] = await read(app, '?action=eraseUser')
    expect(act?.target).toBe(`/v1/users/${hashSubject('user:mia@example.com')}`)
  })

  test('is read page by page, by actor and by action', async () => {
    const app = await createTestApp()
    const key = await app.read<NewKey>('/v1/keys', { kind: 'secret', name: 'CRM', scopes: ['read'] })
    for (let n = 0; n < 3; n++) {
      await app.request(`/v1/accounts/${n}`, { headers: { Authorization: `Bearer ${key.value}` } })
    }
    await app.services.auditTrail.close()
    const query = `actor=${key.id}&action=readAccount&limit=2`
    const first = await app.read<Page<Act>>(`/v1/audit-log?${query}`)
    const second = await app.read<Page<Act>>(`/v1/audit-log?${query}&cursor=${first.nextCursor}`)
    expect([...first.data, ...second.data].map(({ target }) => target)).toEqual(
      [2, 1, 0].map((n) => `/v1/accounts/${n}`),
    )
    expect(second.nextCursor).toBeNull()
    expect(await read(app, '?actor=somebody')).toEqual([])
    const either = await read(app, `?action=createKey,readAccount&limit=4`)
    expect(either.map(({ action }) => action)).toEqual(['readAccount', 'readAccount', 'readAccount', 'createKey'])
  })

  test('has a change when it is answered, and what was read soon after', async () => {
    const app = await createTestApp()
    await app.read('/v1/accounts')
    expect(await rows(app)).toEqual([])
    await app.read('/v1/health/recompute', {})
    expect(await rows(app)).toEqual(['listAccounts', 'recomputeHealth'])
    await app.read('/v1/events')
    await expect.poll(() => rows(app), { timeout: 5000 }).toEqual(['listAccounts', 'recomputeHealth', 'listEvents'])
  })

  test('forgets what is older than AUDIT_DAYS', async () => {
    const app = await createTestApp({ AUDIT_DAYS: '30' })
    await app.read('/v1/health/recompute', {})
    app.clock.now += 30 * 86_400_000
    expect(await expireAuditLog(app.services)).toBe(0)
    app.clock.now += 1
    await app.read('/v1/health/recompute', {})
    expect(await expireAuditLog(app.services)).toBe(1)
    expect(await rows(app)).toHaveLength(1)
  })
})

test('acts that cannot be written down until the end are counted in the log', async () => {
  const app = await createTestApp()
  const { client } = app.services.database
  const lines: string[] = []
  const log = createLog('error', (line) => lines.push(line))
  const trail = createAuditTrail({ database: app.services.database, log })
  const act = { at: 0, actor: 'secret', action: 'revokeKey', target: '/', status: 204, requestId: 'r', count: 1 }
  await client.execute('ALTER TABLE audit_log RENAME TO audit_log_away')
  await trail.record({ id: '1', ...act })
  trail.note({ id: '2', ...act })
  await trail.close()
  await client.execute('ALTER TABLE audit_log_away RENAME TO audit_log')
  expect(lines.map((line) => JSON.parse(line) as object).at(-1)).toMatchObject({
    message: 'Acts are lost to the audit log: the database could not be written until the end.',
    acts: 2,
  })
})

test('an act that cannot be written down waits until it can', async () => {
  const app = await createTestApp()
  const { client } = app.services.database
  await client.execute('ALTER TABLE audit_log RENAME TO audit_log_away')
  expect(await app.read('/v1/health/recompute', {})).toEqual({ accounts: 0 })
  await client.execute('ALTER TABLE audit_log_away RENAME TO audit_log')
  expect(await rows(app)).toEqual([])
  await expect.poll(() => rows(app), { timeout: 5000 }).toEqual(['recomputeHealth'])
})

test('acts wait together for a database that fails late, not one after the other', async () => {
  const app = await createTestApp()
  const log = createLog('silent')
  let attempts = 0
  const write = async () => {
    attempts += 1
    await wait(50)
    throw new LibsqlError('database is locked', 'SQLITE_BUSY')
  }
  const trail = createAuditTrail({ database: { ...app.services.database, write }, log })
  const act = { at: 0, actor: 'secret', action: 'revokeKey', target: '/', status: 503, requestId: 'r', count: 1 }
  await Promise.all(Array.from({ length: 10 }, (_, place) => trail.record({ id: String(place), ...act })))
  await trail.close()
  expect(attempts).toBeLessThanOrEqual(3)
})

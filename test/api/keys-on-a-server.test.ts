import { expect, onTestFinished, test } from 'vitest'
import type { Act } from '../../api/contract/audit-log.ts'
import type { Key, NewKey } from '../../api/contract/keys.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { noSqld, startSqld } from '../support/start-sqld.ts'

test('processes that share a libSQL server share keys and the audit log', async (context) => {
  if (noSqld) context.skip(noSqld)
  const sqld = await startSqld()
  onTestFinished(() => sqld.dispose())
  const one = await createTestApp({ DATABASE_URL: sqld.url })
  const other = await createTestApp({ DATABASE_URL: sqld.url, SECRET_KEY: 'sk_other_0123456789abcdef' })
  const ask = async ({ request }: TestApp, key: string) =>
    (await request('/v1/accounts', { headers: { Authorization: `Bearer ${key}` } })).status

  const key = await one.read<NewKey>('/v1/keys', { kind: 'secret', name: 'CRM', scopes: ['read'] })
  await other.services.keyring.refresh()
  expect(await ask(other, key.value)).toBe(200)
  const rotated = await one.read<NewKey>(`/v1/keys/${key.id}/rotate`, { graceSeconds: 60 })
  await other.services.keyring.refresh()
  expect([await ask(other, key.value), await ask(other, rotated.value)]).toEqual([200, 200])
  const headers = { Authorization: `Bearer ${one.services.keys.secret}` }
  expect((await one.request(`/v1/keys/${key.id}`, { method: 'DELETE', headers })).status).toBe(204)
  await other.services.keyring.refresh()
  expect([await ask(other, key.value), await ask(other, rotated.value)]).toEqual([401, 401])
  // The keys of the environment are each process's own.
  expect([await ask(other, one.services.keys.secret), await ask(other, other.services.keys.secret)]).toEqual([401, 200])

  await Promise.all([one, other].flatMap(({ services }) => [services.keyring.close(), services.auditTrail.close()]))
  const acts = await one.read<Page<Act>>(`/v1/audit-log?actor=${key.id}`)
  expect(acts.data.map(({ action, status }) => `${action} ${status}`)).toEqual(Array(3).fill('listAccounts 200'))
  const { data } = await one.read<Page<Key>>('/v1/keys')
  expect(data.find(({ id }) => id === key.id)).toMatchObject({ status: 'revoked', lastUsedAt: expect.any(String) })
})

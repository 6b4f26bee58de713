import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Key, NewKey } from '../../api/contract/keys.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { readSettings } from '../../api/env.ts'
import { hashKey } from '../../api/keys/key-value.ts'
import { loadKeys } from '../../api/keys/key-files.ts'
import { startServer } from '../../api/server.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('a key file without a key stops the start', () => {
  const folder = temporaryFolder()
  const given = { write: undefined, secret: undefined }
  const made = loadKeys(given, folder)
  expect(loadKeys(given, folder)).toEqual(made)
  writeFileSync(join(folder, 'secret-key'), '')
  expect(() => loadKeys(given, folder)).toThrow(`The file ${join(folder, 'secret-key')} holds no key.`)
})

const list = async (app: TestApp) => (await app.read<Page<Key>>('/v1/keys')).data
const find = async (app: TestApp, id: string) => (await list(app)).find((key) => key.id === id)
const make = (app: TestApp, given: object = {}) =>
  app.read<NewKey>('/v1/keys', { kind: 'secret', name: 'Nightly import', scopes: ['read'], ...given })
const status = async (app: TestApp, key: string, path = '/v1/accounts') =>
  (await app.request(path, { headers: { Authorization: `Bearer ${key}` } })).status
const call = (app: TestApp, [method, path]: [string, string], body?: object) =>
  app.request(path, {
    method,
    headers: { Authorization: `Bearer ${app.services.keys.secret}`, 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

describe('a secret key', () => {
  test('is shown once, and stored as a hash', async () => {
    const app = await createTestApp()
    const key = await make(app)
    expect(key.value).toMatch(/^sk_[\w-]{32}$/)
    expect(key).toMatchObject({ kind: 'secret', name: 'Nightly import', status: 'active', hint: key.value.slice(-4) })
    expect(await status(app, key.value)).toBe(200)
    expect(JSON.stringify(await list(app))).not.toContain(key.value)
    const { rows } = await app.services.database.client.execute('SELECT * FROM keys')
    expect(JSON.stringify(rows)).not.toContain(key.value)
    expect(rows.map((row) => row['hash'])).toContain(hashKey(key.value))
  })

  test('has no origins', async () => {
    const app = await createTestApp()
    const body = { kind: 'secret', name: 'x', scopes: ['read'], origins: ['https://app.example.com'] }
    const refused = await call(app, ['POST', '/v1/keys'], body)
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ errors: [{ path: 'origins' }] })
  })
})

describe('a write key', () => {
  test('is shown for as long as it is there, because it stands in pages', async () => {
    const app = await createTestApp()
    const key = await make(app, { kind: 'write', scopes: ['ingest'] })
    expect(key.value).toMatch(/^pk_/)
    expect(await find(app, key.id)).toMatchObject({ value: key.value })
  })

  test('can never read', async () => {
    const app = await createTestApp()
    const refused = await call(app, ['POST', '/v1/keys'], { kind: 'write', name: 'x', scopes: ['ingest', 'read'] })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ errors: [{ path: 'scopes' }] })
    const key = await make(app, { kind: 'write', scopes: ['ingest'] })
    const changed = await call(app, ['PATCH', `/v1/keys/${key.id}`], { scopes: ['admin'] })
    expect([changed.status, await changed.text()]).toEqual([
      422,
      expect.stringContaining('cannot have admin. Give it ingest, browser, or one of them.'),
    ])
    expect(await find(app, key.id)).toMatchObject({ scopes: ['ingest'] })
  })
})

test('one key is read by its id, as it is in the list, also once it is revoked', async () => {
  const app = await createTestApp()
  const { id } = await make(app)
  expect(await app.read<Key>(`/v1/keys/${id}`)).toEqual(await find(app, id))
  await call(app, ['DELETE', `/v1/keys/${id}`])
  expect(await app.read<Key>(`/v1/keys/${id}`)).toMatchObject({ status: 'revoked' })
  expect(await app.read<Key>('/v1/keys/secret')).toMatchObject({ builtIn: true, value: null })
  expect((await call(app, ['GET', '/v1/keys/nobody'])).status).toBe(404)
})

describe('the keys of the environment', () => {
  test('stand first in the list, and are changed where they are', async () => {
    const app = await createTestApp()
    await make(app)
    const [write, secret] = await list(app)
    expect(write).toMatchObject({ id: 'write', builtIn: true, value: app.services.keys.write, status: 'active' })
    expect(secret).toMatchObject({ id: 'secret', builtIn: true, value: null, hint: 'cdef', scopes: expect.any(Array) })
    for (const [method, path, body] of [
      ['DELETE', '/v1/keys/secret', undefined],
      ['PATCH', '/v1/keys/write', { name: 'x' }],
      ['POST', '/v1/keys/write/rotate', {}],
    ] as const) {
      const refused = await call(app, [method, path], body)
      expect(refused.status).toBe(403)
      expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('of the environment') })
    }
    expect(await status(app, app.services.keys.secret)).toBe(200)
  })

  test('hold even where somebody made a key with the same value', async () => {
    const app = await createTestApp()
    const key = await make(app)
    const hash = hashKey(app.services.keys.secret)
    await app.services.database.write([
      { sql: 'UPDATE keys SET hash = ?, revoked_at = 1 WHERE id = ?', args: [hash, key.id] },
    ])
    await app.services.keyring.refresh()
    expect(await status(app, app.services.keys.secret)).toBe(200)
  })
})

describe('the last use of a key', () => {
  test('is stored once a minute, also of the keys of the environment', async () => {
    const app = await createTestApp()
    const key = await make(app)
    expect((await find(app, key.id))?.lastUsedAt).toBeNull()
    const use = async () => {
      await status(app, key.value)
      await app.services.keyring.close()
      return (await find(app, key.id))?.lastUsedAt
    }
    expect(await use()).toBe('2026-03-02T08:00:00.000Z')
    app.clock.now += 59_000
    expect(await use()).toBe('2026-03-02T08:00:00.000Z')
    app.clock.now += 1000
    expect(await use()).toBe('2026-03-02T08:01:00.000Z')
    await app.services.keyring.close()
    expect((await find(app, 'secret'))?.lastUsedAt).toBe('2026-03-02T08:01:00.000Z')
    expect((await find(app, 'write'))?.lastUsedAt).toBeNull()
  })
})

describe('rotation', () => {
  test('works under both new values where it is rotated twice at once', async () => {
    const app = await createTestApp()
    const key = await make(app)
    const rotate = () => app.read<NewKey>(`/v1/keys/${key.id}/rotate`, { graceSeconds: 60 })
    const rotated = await Promise.all([rotate(), rotate()])
    expect(await Promise.all(rotated.map(({ value }) => status(app, value)))).toEqual([200, 200])
    expect(await status(app, key.value)).toBe(401)
  })

  test('keeps the fewer rights that it is given while somebody renames it', async () => {
    const app = await createTestApp()
    const key = await make(app, { scopes: ['read', 'write'] })
    const path = `/v1/keys/${key.id}`
    await Promise.all([call(app, ['PATCH', path], { name: 'New' }), call(app, ['PATCH', path], { scopes: ['read'] })])
    expect(await find(app, key.id)).toMatchObject({ name: 'New', scopes: ['read'] })
  })

  test('gives a new value, and lets the old one work on for a while', async () => {
    const app = await createTestApp()
    const key = await make(app)
    const rotated = await app.read<NewKey>(`/v1/keys/${key.id}/rotate`, { graceSeconds: 60 })
    expect(rotated).toMatchObject({
      id: key.id,
      previousUntil: '2026-03-02T08:01:00.000Z',
      hint: rotated.value.slice(-4),
    })
    expect([await status(app, key.value), await status(app, rotated.value)]).toEqual([200, 200])
    app.clock.now += 60_000
    expect([await status(app, key.value), await status(app, rotated.value)]).toEqual([401, 200])
    expect((await find(app, key.id))?.previousUntil).toBeNull()
  })

  test('takes a day unless told otherwise, and no time where a key leaked', async () => {
    const app = await createTestApp()
    const key = await make(app)
    const first = await app.read<NewKey>(`/v1/keys/${key.id}/rotate`, {})
    expect(first.previousUntil).toBe('2026-03-03T08:00:00.000Z')
    const second = await app.read<NewKey>(`/v1/keys/${key.id}/rotate`, { graceSeconds: 0 })
    const values = [key.value, first.value, second.value]
    expect(await Promise.all(values.map((value) => status(app, value)))).toEqual([401, 401, 200])
  })

  test('lets no value outlive the key', async () => {
    const app = await createTestApp()
    const key = await make(app, { expiresAt: '2026-03-02T08:00:30Z' })
    const rotated = await app.read<NewKey>(`/v1/keys/${key.id}/rotate`, {})
    app.clock.now += 30_000
    expect([await status(app, key.value), await status(app, rotated.value)]).toEqual([401, 401])
    expect((await find(app, key.id))?.status).toBe('expired')
  })
})

describe('a change', () => {
  test('of name, scopes and origins holds at once', async () => {
    const app = await createTestApp()
    const key = await make(app)
    const changed = await call(app, ['PATCH', `/v1/keys/${key.id}`], { name: 'Sender', scopes: ['ingest'] })
    expect(await changed.json()).toMatchObject({ id: key.id, name: 'Sender', scopes: ['ingest'], value: null })
    expect(await status(app, key.value)).toBe(403)
    expect(await find(app, key.id)).toMatchObject({ name: 'Sender', scopes: ['ingest'] })
  })

  test('is refused for a key that is not there, or was revoked', async () => {
    const app = await createTestApp()
    expect((await call(app, ['PATCH', '/v1/keys/nobody'], { name: 'x' })).status).toBe(404)
    expect((await call(app, ['DELETE', '/v1/keys/nobody'])).status).toBe(404)
    const key = await make(app)
    expect((await call(app, ['DELETE', `/v1/keys/${key.id}`])).status).toBe(204)
    expect((await call(app, ['DELETE', `/v1/keys/${key.id}`])).status).toBe(204)
    expect((await call(app, ['POST', `/v1/keys/${key.id}/rotate`], {})).status).toBe(422)
    expect(await find(app, key.id)).toMatchObject({ status: 'revoked', revokedAt: '2026-03-02T08:00:00.000Z' })
  })

  test('reaches another process that shares the database', async () => {
    const one = await createTestApp()
    const other = await createTestApp({ DATABASE_URL: `file:${join(one.services.settings.dataDir, 'cairn.db')}` })
    const key = await make(one)
    expect(await status(other, key.value)).toBe(401)
    await other.services.keyring.refresh()
    expect(await status(other, key.value)).toBe(200)

    const rotated = await one.read<NewKey>(`/v1/keys/${key.id}/rotate`, { graceSeconds: 0 })
    await other.services.keyring.refresh()
    expect([await status(other, key.value), await status(other, rotated.value)]).toEqual([401, 200])

    await call(one, ['DELETE', `/v1/keys/${key.id}`])
    expect(await status(one, rotated.value)).toBe(401)
    await other.services.keyring.refresh()
    expect(await status(other, rotated.value)).toBe(401)
  })
})

test('a server that runs learns by itself, in seconds, what another process made or revoked', async () => {
  const one = await createTestApp()
  const { dataDir } = one.services.settings
  const settings = readSettings({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' })
  const server = await startServer(settings, { root: join(import.meta.dirname, '../..') })
  onTestFinished(() => server.close())
  const key = await make(one)
  const ask = async () =>
    (await fetch(`${server.url}/v1/accounts`, { headers: { Authorization: `Bearer ${key.value}` } })).status
  await expect.poll(ask, { timeout: 10_000 }).toBe(200)
  await call(one, ['DELETE', `/v1/keys/${key.id}`])
  await expect.poll(ask, { timeout: 10_000 }).toBe(401)
})

describe('while the database cannot be read', () => {
  test('known keys hold for ten minutes, unknown ones stay out, and those of the environment always hold', async () => {
    const app = await createTestApp()
    const key = await make(app, { scopes: ['read'] })
    const stranger = 'sk_not_known_at_all'
    app.services.database.client.close()
    await app.services.keyring.refresh()
    // Definitions need no database, so that what is asked here is the key alone.
    const ask = (value: string) => status(app, value, '/v1/programs')
    expect([await ask(key.value), await ask(stranger)]).toEqual([200, 401])
    app.clock.now += 10 * 60_000
    expect([await ask(key.value), await ask(stranger)]).toEqual([200, 401])
    app.clock.now += 1
    expect([await ask(key.value), await ask(stranger), await ask(app.services.keys.secret)]).toEqual([503, 401, 200])
  })
})

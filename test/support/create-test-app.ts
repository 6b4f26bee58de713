import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createApp } from '../../api/app.ts'
import { readSettings } from '../../api/env.ts'
import type { Services } from '../../api/services.ts'
import { startServices } from '../../api/start-services.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A clock that stands still until it is moved. */
export interface TestClock {
  now: number
}

/** What a test may say about a request; headers as plain names and values. */
type TestRequest = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }

/** The API on a database file of its own, called without a network. */
export interface TestApp {
  services: Services
  clock: TestClock
  /** A request with the write key; a body makes it a POST. */
  send(path: string, body?: unknown, init?: TestRequest): Promise<Response>
  /** A request with the secret key that must succeed: its JSON. */
  read<Shape>(path: string, body?: unknown): Promise<Shape>
  /** Any request; `bindings` is what the HTTP server knows of it. */
  request(path: string, init?: RequestInit, bindings?: object): Promise<Response>
}

const root = join(import.meta.dirname, '../..')

/** When tests happen: a Monday. */
export const testStart = Date.parse('2026-03-02T08:00:00.000Z')

/**
 * Makes an API that lives as long as the test.
 *
 * @param environment - Variables besides the keys, which are `pk_test_…` and `sk_test_…`.
 */
export async function createTestApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const dataDir = temporaryFolder()
  const clock = { now: testStart }
  const settings = readSettings({
    DATA_DIR: dataDir,
    WRITE_KEY: 'pk_test_0123456789abcdef',
    SECRET_KEY: 'sk_test_0123456789abcdef',
    LOG_LEVEL: 'silent',
    ...environment,
  })
  const { services, stop } = await startServices(settings, { root, now: () => clock.now, jobs: false })
  onTestFinished(stop)
  const app = createApp(services)

  const call =
    (key: string) =>
    (path: string, body?: unknown, init: TestRequest = {}) =>
      Promise.resolve(
        app.request(path, {
          ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
          ...init,
          headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...init.headers },
        }),
      )
  return {
    services,
    clock,
    send: call(services.keys.write),
    async read<Shape>(path: string, body?: unknown) {
      const response = await call(services.keys.secret)(path, body)
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
      return (await response.json()) as Shape
    },
    request: (path, init, bindings) => Promise.resolve(app.request(path, init, bindings)),
  }
}

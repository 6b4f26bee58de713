import { Analytics } from '@segment/analytics-node'
import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import type { StoredEvent } from '../../api/contract/events.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

async function listen(app: TestApp): Promise<string> {
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const listening = serve({ fetch: createApp(app.services).fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(listening),
    )
  })
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test("takes what Segment's own client for Node sends, over HTTP, once", async () => {
  const app = await createTestApp()
  const client = new Analytics({ writeKey: app.services.keys.write, host: await listen(app), flushAt: 5 })
  const errors: unknown[] = []
  client.on('error', (error) => errors.push(error))

  client.identify({ userId: 'mia', traits: { email: 'mia@example.com' } })
  client.group({ userId: 'mia', groupId: 'linde', traits: { name: 'Linden Driving School', segment: 'school' } })
  client.track({ userId: 'mia', event: 'student_created', properties: { source: 'form' }, messageId: 'fixed' })
  client.track({ userId: 'mia', event: 'student_created', messageId: 'fixed' })
  client.page({ userId: 'mia', name: 'Students' })
  client.alias({ userId: 'mia', previousId: 'visitor-1' })
  await client.closeAndFlush()

  expect(errors).toEqual([])
  const { data } = await app.read<Page<StoredEvent>>('/v1/events')
  expect(data.map((fact) => fact.type).sort()).toEqual(['alias', 'group', 'identify', 'page', 'track'])
  expect(data.find((fact) => fact.messageId === 'fixed')).toMatchObject({
    event: 'student_created',
    accountId: 'linde',
    properties: { source: 'form' },
    context: { library: { name: '@segment/analytics-node' } },
  })
})

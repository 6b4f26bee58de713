import { Analytics } from '@segment/analytics-node'
import { expect, test } from 'vitest'
import type { StoredEvent } from '../../api/contract/events.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { createTestApp } from '../support/create-test-app.ts'
import { listen } from '../support/listen.ts'

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

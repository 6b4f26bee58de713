import { expect, onTestFinished, test } from 'vitest'
import type { Page } from '../../api/contract/pagination.ts'
import type { RejectedMessage } from '../../api/contract/rejected-messages.ts'
import { expireFacts } from '../../api/retention/expire-facts.ts'
import { eraseUser, finishErasures } from '../../api/users/erase.ts'
import { createTestApp } from '../support/create-test-app.ts'
import { expectRollups } from '../support/expect-rollups.ts'
import { noSqld, startSqld } from '../support/start-sqld.ts'

const day = 24 * 60 * 60 * 1000

test('people are known, exported, erased and forgotten on a libSQL server, too', async (context) => {
  if (noSqld) context.skip(noSqld)
  const sqld = await startSqld()
  onTestFinished(() => sqld.dispose())
  const app = await createTestApp({ DATABASE_URL: sqld.url, RETENTION_DAYS: '30', RATE_LIMIT: '0' })
  const track = (messageId: string, more: object) => ({ type: 'track', messageId, event: 'e', ...more })
  const linde = { context: { groupId: 'linde' } }
  await app.send('/v1/batch', {
    batch: [
      track('v', { anonymousId: 'visitor' }),
      { type: 'identify', messageId: 'i', userId: 'mia', anonymousId: 'visitor', traits: { name: 'Mia' } },
      track('m1', { userId: 'mia', ...linde }),
      track('m2', { userId: 'mia', ...linde }),
      track('j', { userId: 'jonas', ...linde }),
      { type: 'track', messageId: 'bad', userId: 'jonas' },
    ],
  })
  expect(await app.read('/v1/users/mia/traits')).toMatchObject({
    data: [{ trait: 'name', value: 'Mia', messageId: 'i' }],
  })
  expect(await app.read('/v1/users/mia/export')).toMatchObject({ events: [{}, {}, {}, {}] })

  expect(await eraseUser(app.services, 'mia', { facts: 2 })).toMatchObject({ completed: false })
  expect(await finishErasures(app.services)).toBe(1)
  await expectRollups(app.services.database, ['event_totals', 'daily_events', 'daily_users', 'users'])
  expect(await app.read('/v1/events')).toMatchObject({ data: [{ messageId: 'j' }] })

  const rejected = await app.read<Page<RejectedMessage>>('/v1/rejected-messages')
  const message = track('bad', { userId: 'jonas' })
  const replay = { ids: rejected.data.map(({ id }) => id), message }
  expect(await app.read('/v1/rejected-messages/replay', replay)).toMatchObject({ accepted: 1 })
  app.clock.now += 32 * day
  expect(await expireFacts(app.services)).toBe(2)
  await expectRollups(app.services.database, ['daily_events', 'daily_users'])
})

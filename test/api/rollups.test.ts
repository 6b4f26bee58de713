import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTestApp } from '../support/create-test-app.ts'
import { expectRollups } from '../support/expect-rollups.ts'
import { forgetAll, message, sendAll } from '../support/random-histories.ts'

const batches = fc.array(fc.array(message, { maxLength: 6 }), { minLength: 1, maxLength: 6 })

test('rollups equal a count of the facts, whatever arrives in whatever batches', async () => {
  const app = await createTestApp({ RATE_LIMIT: '0' })
  await fc.assert(
    fc.asyncProperty(batches, fc.boolean(), async (sent, again) => {
      await forgetAll(app)
      await sendAll(app, again ? [...sent, ...sent] : sent)
      await expectRollups(app.services.database)
    }),
    { numRuns: 100 },
  )
})

test('a surplus, a missing and a wrong row are told', async () => {
  const app = await createTestApp()
  await app.send('/v1/track', { userId: 'mia', event: 'signed_in', context: { groupId: 'linde' } })
  for (const broken of [
    "UPDATE event_totals SET first_at = 1 WHERE subject = 'account:linde'",
    'UPDATE daily_events SET count = 2',
    'DELETE FROM daily_users',
    "INSERT INTO users (id, first_seen_at, last_seen_at) VALUES ('jonas', 1, 1)",
  ]) {
    await app.services.database.write([broken])
    await expect(expectRollups(app.services.database), broken).rejects.toThrow()
  }
})

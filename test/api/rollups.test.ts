import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTestApp, testStart } from '../support/create-test-app.ts'
import { expectRollups } from '../support/expect-rollups.ts'

const user = fc.constantFrom('mia', 'jonas')
const visitor = fc.constantFrom('v1', 'v2')
const account = fc.constantFrom('linde', 'tilleul')
const timestamp = fc.integer({ min: 0, max: 40 }).map((hours) => new Date(testStart - hours * 3_600_000).toISOString())
const who = fc.oneof(
  fc.record({ userId: user }),
  fc.record({ anonymousId: visitor }),
  fc.record({ userId: user, anonymousId: visitor }),
)
const message = fc.oneof(
  fc.record({
    type: fc.constant('track'),
    who,
    timestamp,
    event: fc.constantFrom('signed_in', 'invoice_sent'),
    context: fc.oneof(fc.constant({}), fc.record({ groupId: account })),
  }),
  fc.record({ type: fc.constantFrom('identify', 'page'), who, timestamp }),
  fc.record({ type: fc.constant('group'), who, timestamp, groupId: account }),
  fc.record({ type: fc.constant('alias'), who: fc.record({ userId: user }), timestamp, previousId: visitor }),
)

test('rollups equal a count of the facts, whatever arrives in whatever batches', async () => {
  const batches = fc.array(fc.array(message, { maxLength: 6 }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(batches, async (sent) => {
      const app = await createTestApp()
      for (const [place, batch] of sent.entries()) {
        // What comes a second time counts once.
        const messages = batch.map(({ who: ids, ...rest }, index) => ({
          ...rest,
          ...ids,
          messageId: `${place % 3}-${index}`,
        }))
        expect((await app.send('/v1/batch', { batch: messages })).status).toBe(200)
      }
      await expectRollups(app.services.database)
    }),
    { numRuns: 60 },
  )
})

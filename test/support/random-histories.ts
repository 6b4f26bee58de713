import fc from 'fast-check'
import { testStart, type TestApp } from './create-test-app.ts'

const user = fc.constantFrom('mia', 'jonas')
const visitor = fc.constantFrom('v1', 'v2')
const account = fc.constantFrom('linde', 'tilleul')
const who = fc.oneof(
  fc.record({ userId: user }),
  fc.record({ anonymousId: visitor }),
  fc.record({ userId: user, anonymousId: visitor }),
)
const traits = fc.dictionary(
  fc.constantFrom('plan', 'seats', 'a "b".c'),
  fc.oneof(fc.constantFrom('small', 'large', null, true), fc.nat(3), fc.constant({ deep: [1, null] })),
)

const said = fc.oneof(
  fc.record({
    type: fc.constant('track'),
    who,
    event: fc.constantFrom('signed_in', 'invoice_sent'),
    context: fc.oneof(fc.constant({}), fc.record({ groupId: account })),
  }),
  fc.record({ type: fc.constant('page'), who }),
  fc.record({ type: fc.constant('identify'), who, traits }),
  fc.record({ type: fc.constant('group'), who, groupId: account, traits }),
  fc.record({ type: fc.constant('alias'), who: fc.record({ userId: user }), previousId: visitor }),
)

/** A message that some of few people and visitors could send, in the two days before `testStart`. */
export const message = fc.record({ said, messageId: fc.uuid(), ago: fc.integer({ min: 0, max: 48 * 3_600_000 }) })
export type RandomMessage = typeof message extends fc.Arbitrary<infer Value> ? Value : never

/** The message as it is sent. */
function toMessage({ said: { who: ids, ...rest }, messageId, ago }: RandomMessage) {
  return { ...rest, ...ids, messageId, timestamp: new Date(testStart - ago).toISOString() }
}

/** Sends batch after batch. */
export async function sendAll(app: TestApp, batches: RandomMessage[][]): Promise<void> {
  for (const batch of batches) {
    const response = await app.send('/v1/batch', { batch: batch.map(toMessage) })
    if (response.status !== 200) throw new Error(await response.text())
  }
}

const tables = [
  ...['events', 'visitors', 'users', 'accounts', 'event_totals', 'daily_events', 'daily_users', 'enrolments'],
  ...['survey_responses', 'impressions', 'rejected_messages', 'tombstones'],
]

/** Takes everything about customers away: quicker than a server anew for each run of a property. */
export async function forgetAll(app: TestApp): Promise<void> {
  await app.services.database.write(tables.map((table) => `DELETE FROM ${table}`))
}

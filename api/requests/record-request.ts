import { ingest } from '../ingest/ingest.ts'
import type { Services } from '../services.ts'

/** What a fact about a request says. */
interface Recorded {
  id: string
  severity: string
  userId: string | null
  accountId: string | null
}

/** What happened to a request, and when in milliseconds. */
interface Happened {
  event: 'support_request_opened' | 'support_request_closed'
  at: number
}

/**
 * Makes what happened to a request facts of its customer, so that health and surveys see it. The same again changes
 * nothing: whoever was told of no success sends again.
 */
export async function recordRequest(
  services: Services,
  { id, severity, userId, accountId }: Recorded,
  happened: Happened[],
): Promise<void> {
  const planned = happened.filter(({ event }) => Object.hasOwn(services.definitions.trackingPlan.events, event))
  if (userId === null || planned.length === 0) return
  const messages = planned.map(({ event, at }) => ({
    type: 'track',
    messageId: `${event} ${id}`.slice(0, 100),
    event,
    userId,
    timestamp: new Date(at).toISOString(),
    properties: { requestId: id, severity },
    ...(accountId === null ? {} : { context: { groupId: accountId } }),
  }))
  await ingest(services, { messages, sentAt: undefined, actor: { kind: 'secret', keyId: 'requests' } })
}

import { ingest } from '../ingest/ingest.ts'
import type { Services } from '../services.ts'

/** What a fact about a request says. */
interface Recorded {
  id: string
  severity: string
  userId: string | null
  accountId: string | null
}

/**
 * Makes what happened to a request a fact of its customer, so that health and surveys see it. The same again changes
 * nothing: whoever was told of no success sends again.
 */
export async function recordRequest(
  services: Services,
  event: 'support_request_opened' | 'support_request_closed',
  { id, severity, userId, accountId }: Recorded,
): Promise<void> {
  if (userId === null || !Object.hasOwn(services.definitions.trackingPlan.events, event)) return
  const message = {
    type: 'track',
    messageId: `${event} ${id}`.slice(0, 100),
    event,
    userId,
    properties: { requestId: id, severity },
    ...(accountId === null ? {} : { context: { groupId: accountId } }),
  }
  await ingest(services, { messages: [message], sentAt: undefined, actor: { kind: 'secret', keyId: 'requests' } })
}

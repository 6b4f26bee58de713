/** A message that was accepted, as it goes into the writer: a row of `events` before its account is known. */
export interface Fact {
  id: string
  messageId: string
  type: 'track' | 'identify' | 'group' | 'page' | 'screen' | 'alias'
  /** Name of a tracked event, page or screen. */
  event: string | null
  userId: string | null
  anonymousId: string | null
  /** The account that the message itself names. */
  accountId: string | null
  /** When it happened, corrected; milliseconds since 1970 UTC. */
  timestamp: number
  /** The time as sent, where it was corrected. */
  sentTimestamp: string | null
  receivedAt: number
  /** JSON texts. */
  properties: string
  traits: string
  context: string
}

/** A message that was refused, and why. */
export interface Rejection {
  id: string
  index: number
  messageId: string | null
  detail: string
  receivedAt: number
  payload: string
}

import type { RejectedMessage } from '../contract/rejected-messages.ts'

/** Stands for the account of a fact that has none on purpose, until its flush has attributed the others. */
export const noAccount = ''

/** A message that was accepted, as it goes into the writer: a row of `events` before its account is known. */
export interface Fact {
  messageId: string
  /** Whom it is about, as `tombstones` name them. */
  subjectHash: string
  type: 'track' | 'identify' | 'group' | 'page' | 'screen' | 'alias'
  /** Name of a tracked event, page or screen. */
  event: string | null
  userId: string | null
  anonymousId: string | null
  /** The account that the message itself names; null for that of its user, `noAccount` for none whatever. */
  accountId: string | null
  /** When it happened, corrected; milliseconds since 1970 UTC. */
  timestamp: number
  /** The time as sent, where it was corrected. */
  sentTimestamp: string | null
  receivedAt: number
  /** The key that it came with, and when it was sent by the device's clock, for when it is refused after all. */
  keyId: string | null
  sentAt: string | null
  /** JSON texts. */
  properties: string
  traits: string
  context: string
}

/** Why a message was refused, for counting. */
export type Reason = RejectedMessage['reason']

/** A message that was refused, and why. */
export interface Rejection {
  id: string
  index: number
  messageId: string | null
  /** Whom it is about, as `tombstones` name them; null where it does not say. */
  subjectHash: string | null
  reason: Reason
  detail: string
  receivedAt: number
  /** The message as sent, without the proof of who somebody is; cut where it is too large to be kept. */
  payload: string
  /** Whether `payload` is all of it. */
  complete: boolean
  keyId: string
  userId: string | null
  anonymousId: string | null
  /** `sentAt` of its batch. */
  sentAt: string | null
}

import { limits } from '../contract/limits.ts'
import type { Services } from '../services.ts'
import { ApiError } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import { refuseClaim, type Claim } from '../identity.ts'
import type { Fact, Reason, Rejection } from './fact.ts'
import { keepRefused } from './keep-refused.ts'
import { readMessage } from './read-message.ts'
import { oldestKept } from '../retention/oldest-kept.ts'

/** What a request brings. */
export interface Sent {
  messages: unknown[]
  /** `sentAt` of the batch, as sent. */
  sentAt: unknown
  /** Bytes of the body that held them, where known. */
  bodyBytes?: number | undefined
  actor: Actor
}

/** What became of the messages of a request. */
export interface Ingested {
  accepted: number
  duplicates: number
  rejected: Rejection[]
}

/**
 * Takes messages of the Segment protocol. What is wrong is refused by its index and kept for the product team; the
 * answer comes when the rest is on disk.
 *
 * @throws ApiError `payload_too_large` or `overloaded`; then nothing was taken.
 */
export async function ingest(services: Services, { messages, sentAt, bodyBytes, actor }: Sent): Promise<Ingested> {
  if (messages.length > limits.batchMessages) {
    throw new ApiError(
      'payload_too_large',
      `The batch has ${messages.length} messages; send at most ${limits.batchMessages} at once.`,
    )
  }

  const receivedAt = services.now()
  const arrival = {
    receivedAt,
    oldest: oldestKept(services.settings, receivedAt),
    sentAt,
    keyId: actor.keyId,
    newId: services.newId,
    mayBeTooLarge: bodyBytes === undefined || bodyBytes > limits.messageBytes,
    mayNameAccount: actor.kind === 'secret',
    refuse: (claim: Claim) => refuseClaim(services, actor, claim),
  }
  const facts: Fact[] = []
  const indexes: number[] = []
  const rejections: Rejection[] = []
  const reject = (index: number, refusal: { reason: Reason; detail: string }): Rejection => ({
    id: services.newId(),
    index,
    receivedAt,
    keyId: actor.keyId,
    ...keepRefused(messages[index], { ...refusal, sentAt }),
  })
  messages.forEach((message, index) => {
    const read = readMessage(message, arrival)
    if ('detail' in read) {
      rejections.push(reject(index, read))
    } else {
      facts.push(read.fact)
      indexes.push(index)
    }
  })

  const outcomes = await services.writer.append({ facts, rejections })
  const failed = outcomes.flatMap((outcome, place) => {
    const index = indexes[place] ?? 0
    return outcome.status === 'failed' ? [reject(index, outcome)] : []
  })
  if (failed.length > 0) {
    // The others are on disk, and the answer has to say so whatever becomes of these.
    await services.writer.append({ facts: [], rejections: failed }).catch((cause: unknown) => {
      services.log.error('Refused messages could not be kept.', { messages: failed.length, cause })
    })
  }
  const count = (status: string) => outcomes.filter((outcome) => outcome.status === status).length
  const result = {
    accepted: count('accepted'),
    duplicates: count('duplicate'),
    rejected: [...rejections, ...failed].sort((a, b) => a.index - b.index),
  }
  services.metrics.ingested(result)
  return result
}

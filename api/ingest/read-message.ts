import { limits } from '../contract/limits.ts'
import { hasAccountHalf, hashSubject, type Claim } from '../identity.ts'
import { correctTime } from './clock.ts'
import { noAccount, type Fact, type Reason } from './fact.ts'
import { flawOf, toJson } from './json.ts'

/** What is known about a message besides itself. */
export interface Arrival {
  receivedAt: number
  /** What happened before is not kept, and so not taken. */
  oldest: number
  /** `sentAt` of the batch, as sent. */
  sentAt: unknown
  /** The key that it came with. */
  keyId: string | null
  newId: () => string
  /** False where the whole body is no larger than a message may be. */
  mayBeTooLarge: boolean
  /** Whether the sender may say of a fact whose account it is, whatever it looks like now. */
  mayNameAccount: boolean
  /** Null where the sender may speak for the user and the account, else what to do about it. */
  refuse: (claim: Claim) => string | null
}

/** What is said of a message that is too large. */
export const tooLarge = `The message is larger than ${limits.messageBytes / 1024} KB.`

/** Levels of objects and lists in a message: more is a mistake, and too much for a database's JSON. */
export const deepest = 64

const types = new Set(['track', 'identify', 'group', 'page', 'screen', 'alias'])
const controlCharacters = /\p{Cc}/u
/** What is left of bytes that were no UTF-8: different ids would become one. */
const replacement = '\ufffd'

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Says what is wrong with one message. */
class Refusal extends Error {
  readonly reason: Reason

  constructor(detail: string, reason: Reason = 'invalid') {
    super(detail)
    this.reason = reason
  }
}

/** Names that could not be read back as they were sent: control characters, halves of a character, broken UTF-8. */
function refuseUnreadable(text: string, what: string): void {
  if (controlCharacters.test(text)) throw new Refusal(`${what} has a control character in it.`)
  if (!text.isWellFormed()) throw new Refusal(`${what} has half a character in it (a lone surrogate).`)
  if (text.includes(replacement)) throw new Refusal(`${what} has a character that cannot be read: send UTF-8.`)
}

/** Ids may be sent as numbers, which older clients do; what is empty counts as absent. */
function readId(message: Json, field: string, longest = 200): string | null {
  const value = message[field]
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string' && !Number.isSafeInteger(value)) throw new Refusal(`"${field}" is not a text.`)
  const id = String(value)
  if (id.length > longest) throw new Refusal(`"${field}" is longer than ${longest} characters.`)
  refuseUnreadable(id, `"${field}"`)
  return id
}

function readObject(message: Json, field: string): Json {
  const value = message[field]
  if (value === undefined || value === null) return {}
  if (!isObject(value)) throw new Refusal(`"${field}" is not an object.`)
  return value
}

function readTime(value: unknown, field: string): number | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const isDate = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)
  return refuseImpossible(typeof value === 'number' ? value : isDate ? Date.parse(value) : NaN, field)
}

/** Years before 1970 and after 9999 are mistakes, and could not be written as ISO dates. */
function refuseImpossible(time: number, field: string): number {
  if (time >= 0 && time < 253_402_300_800_000) return time
  throw new Refusal(`"${field}" is not a time: send an ISO 8601 date such as 2026-03-02T08:00:00.000Z.`)
}

function readEvent(message: Json, type: Fact['type']): string | null {
  const event = type === 'track' ? message['event'] : type === 'page' || type === 'screen' ? message['name'] : undefined
  if (event === undefined || event === null || event === '') {
    if (type === 'track') throw new Refusal('A track message needs an "event".')
    return null
  }
  if (typeof event !== 'string') throw new Refusal('The name of the event is not a text.')
  if (event.length > 200) throw new Refusal('The name of the event is longer than 200 characters.')
  refuseUnreadable(event, 'The name of the event')
  return event
}

/** The account that a message names. What was exported says it itself, be it that there is none. */
function readAccount(message: Json, { context, arrival }: { context: Json; arrival: Arrival }): string | null {
  if (!arrival.mayNameAccount || message['accountId'] === undefined) return readId(context, 'groupId')
  return readId(message, 'accountId') ?? noAccount
}

/**
 * Turns one message of the Segment protocol into a fact, or says what is wrong with it.
 *
 * @param given - The message as sent. Its `type` may be left out where the endpoint names it.
 */
export function readMessage(given: unknown, arrival: Arrival): { fact: Fact } | { reason: Reason; detail: string } {
  try {
    return { fact: toFact(given, arrival) }
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason, detail: error.message }
    throw error
  }
}

function toFact(message: unknown, arrival: Arrival): Fact {
  if (!isObject(message)) throw new Refusal('The message is not an object.')
  const flaw = flawOf(message, deepest)
  if (flaw === 'too deep') throw new Refusal(`The message is nested more than ${deepest} levels deep.`)
  if (flaw === 'infinite') throw new Refusal('The message has a number that is too large to be kept, such as 1e400.')
  if (arrival.mayBeTooLarge && Buffer.byteLength(JSON.stringify(message)) > limits.messageBytes) {
    throw new Refusal(tooLarge, 'too_large')
  }
  const type = message['type']
  if (typeof type !== 'string' || !types.has(type)) {
    throw new Refusal(`"type" must be one of ${[...types].join(', ')}.`)
  }
  const kind = type as Fact['type']
  const messageId = readId(message, 'messageId', limits.messageIdLength)
  const userId = readId(message, 'userId')
  const anonymousId = readId(message, 'anonymousId')
  const groupId = readId(message, 'groupId')
  const context = readObject(message, 'context')

  if (kind === 'alias') {
    if (!userId || !readId(message, 'previousId'))
      throw new Refusal('An alias message needs a "userId" and a "previousId".')
  } else if (!userId && !anonymousId) {
    throw new Refusal('The message needs a "userId" or an "anonymousId".')
  }
  if (kind === 'group' && !groupId) throw new Refusal('A group message needs a "groupId".')
  const named = kind === 'group' ? groupId : readAccount(message, { context, arrival })
  const hash = context['userHash']
  // Whoever changes the account is identified with its proof before `group`, while the page still names the old one.
  const isChanging = kind === 'identify' && hasAccountHalf(hash) && arrival.refuse({ userId, accountId: named, hash })
  const accountId = isChanging ? null : named
  const refusal = arrival.refuse({ userId, accountId, hash })
  if (refusal) throw new Refusal(refusal, 'unverified')

  // RudderStack's clients say it by another name.
  const sentTime = readTime(message['timestamp'] ?? message['originalTimestamp'], 'timestamp')
  const sentAt = readTime(message['sentAt'] ?? arrival.sentAt, 'sentAt')
  const corrected = correctTime(sentTime, { sentAt, receivedAt: arrival.receivedAt })
  const timestamp = refuseImpossible(corrected, 'timestamp')
  if (timestamp < arrival.oldest) {
    const day = new Date(arrival.oldest).toISOString().slice(0, 10)
    throw new Refusal(`It happened before ${day}: what is older is not kept here (RETENTION_DAYS).`, 'too_old')
  }
  // The hash proves who somebody is: it has done its work and is not kept.
  const { userHash: _, ...keptContext } = context
  const previousId = kind === 'alias' ? { previousId: message['previousId'] } : {}
  return {
    messageId: messageId ?? arrival.newId(),
    subjectHash: hashSubject(userId === null ? `anonymous:${anonymousId ?? ''}` : `user:${userId}`),
    type: kind,
    event: readEvent(message, kind),
    userId,
    anonymousId,
    accountId,
    timestamp,
    sentTimestamp: sentTime !== undefined && sentTime !== timestamp ? new Date(sentTime).toISOString() : null,
    receivedAt: arrival.receivedAt,
    keyId: arrival.keyId,
    sentAt: sentAt === undefined ? null : new Date(sentAt).toISOString(),
    properties: toJson({ ...readObject(message, 'properties'), ...previousId }),
    traits: toJson(readObject(message, 'traits')),
    context: toJson(keptContext),
  }
}

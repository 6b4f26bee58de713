import { limits } from '../contract/limits.ts'
import { hashSubject } from '../identity.ts'
import type { Reason, Rejection } from './fact.ts'
import { flawOf, toJson } from './json.ts'
import { deepest } from './read-message.ts'

/** The message without the proof of who somebody is, which is not kept. */
function withoutHash(message: unknown): unknown {
  const { context } = (message ?? {}) as { context?: unknown }
  if (typeof context !== 'object' || context === null || !('userHash' in context)) return message
  const { userHash: _, ...kept } = context
  return { ...(message as object), context: kept }
}

/** The beginning of a text; a character that is cut in half becomes a replacement character. */
const cut = (text: string, length: number) => text.slice(0, length).toWellFormed()

/** A text of the message, where it has one there that can be kept. */
function textOf(message: unknown, field: string, length: number): string | null {
  const text = (message as Record<string, unknown> | null | undefined)?.[field]
  return typeof text === 'string' || typeof text === 'number' ? cut(String(text), length) : null
}

/** What is kept of a refused message and why it was refused: of somebody who was erased, nothing that they sent. */
export function keepRefused(
  message: unknown,
  { reason, detail, sentAt }: { reason: Reason; detail: string; sentAt: unknown },
): Omit<Rejection, 'id' | 'index' | 'receivedAt' | 'keyId'> {
  const about = {
    messageId: textOf(message, 'messageId', limits.messageIdLength),
    reason,
    detail,
    sentAt: typeof sentAt === 'string' ? cut(sentAt, 40) : null,
  }
  if (reason === 'erased') {
    const nobody = { subjectHash: null, userId: null, anonymousId: null }
    return { ...about, ...nobody, payload: 'About a person who was erased: not kept.', complete: false }
  }
  const flaw = flawOf(message, deepest)
  const payload = flaw === 'too deep' ? 'Nested too deep to be kept.' : toJson(withoutHash(message))
  const userId = textOf(message, 'userId', 200)
  const anonymousId = textOf(message, 'anonymousId', 200)
  return {
    ...about,
    subjectHash: hashSubject(userId === null ? `anonymous:${anonymousId ?? ''}` : `user:${userId}`),
    payload: cut(payload, limits.messageBytes),
    complete: flaw === null && payload.length <= limits.messageBytes,
    userId,
    anonymousId,
  }
}

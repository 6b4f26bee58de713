import { version } from '../../package.json'
import type { Identity } from './identity.ts'

/** What is sent to `POST /v1/batch`, complete at the moment it happens: who, when, where. */
export interface Message {
  type: 'track' | 'identify' | 'group' | 'page'
  messageId: string
  timestamp: string
  anonymousId: string
  userId?: string
  event?: string
  name?: string | undefined
  groupId?: string
  properties?: Record<string, unknown>
  traits?: Record<string, unknown>
  context: object
}

/** Where a message comes from. */
export interface Place {
  locale: string
  page: { url: string; path: string; title: string }
}

/** The part of a message that differs by its type. */
export type MessageContent = Pick<Message, 'type' | 'event' | 'groupId' | 'properties' | 'traits'> & {
  name?: string | undefined
}

/** Completes a message. Message ids begin with the time and a count, so that sorting by them is sorting by time. */
export const completeMessage = (
  content: MessageContent,
  { identity, place, now, id }: { identity: Identity; place: Place; now: number; id: string },
): Message => {
  const { accountId, userHash, userId, anonymousId } = identity
  return {
    ...content,
    messageId: id,
    timestamp: new Date(now).toISOString(),
    anonymousId,
    ...(userId && { userId }),
    context: {
      ...(accountId && { groupId: accountId }),
      ...(userHash && { userHash }),
      ...place,
      library: { name: 'cairn', version },
    },
  }
}

import { version } from '../../package.json'
import { messageBytes } from '../../api/contract/limits.ts'
import type { CoreOptions } from '../core.ts'
import { byteLength } from './byte-length.ts'
import { toJson } from './to-json.ts'

/** Storage belongs to the host page: where the server is never reached, the oldest messages make room. */
const mostStored = 1000
const mostCharacters = 1_000_000

/** What is sent to `POST /v1/messages`, complete at the moment it happens: who, when, where. */
export interface Message {
  type: 'track' | 'identify' | 'group' | 'page'
  messageId: string
  timestamp: string
  anonymousId: string
  userId?: string | undefined
  event?: string
  name?: string | undefined
  groupId?: string
  properties?: Record<string, unknown>
  traits?: Record<string, unknown>
  context: object
}

/** The part of a message that differs by its type. */
export type MessageContent = Pick<Message, 'type' | 'event' | 'groupId' | 'properties' | 'traits'> & {
  name?: string | undefined
}

/**
 * Makes what stores messages as `m:…`, their ids beginning with the time and a count, so that sorting by them is
 * sorting by time. Stored, a message is on its way, whatever happens to this page. False where it was refused.
 */
export const createRecorder =
  ({
    environment,
    store,
    identity,
    locale,
    makeId,
    onProblem,
  }: Pick<CoreOptions, 'environment' | 'store' | 'identity' | 'locale' | 'makeId' | 'onProblem'>) =>
  (content: MessageContent): boolean => {
    const { accountId, userHash, userId, anonymousId } = identity.read()
    const message: Message = {
      ...content,
      messageId: makeId(),
      timestamp: new Date(environment.now()).toISOString(),
      anonymousId,
      userId,
      // What is undefined is not stored.
      context: {
        groupId: accountId,
        userHash,
        locale,
        page: environment.page(),
        library: { name: 'cairn', version },
      },
    }
    const text = toJson(message)
    if (byteLength(text) > messageBytes) {
      onProblem(`too large: ${content.event ?? content.type}`)
      return false
    }
    let room = mostCharacters - text.length
    const waiting = store.names('m:').reverse()
    waiting.forEach((name, index) => {
      room -= store.size(name)
      if (room >= 0 && index < mostStored - 1) return
      store.remove(name)
      onProblem(`dropped ${name}: too many wait`)
    })
    store.set(`m:${message.messageId}`, message)
    return true
  }

import type { Context } from 'hono'
import type { KnownKey } from '../keys/known-key.ts'
import type { Env } from './env.ts'

/** Who sends a request: a page (write key), or a server or the console (secret key). */
export interface Actor {
  kind: 'write' | 'secret'
  /** Id of the key; of a console session `session:` and the id of the key that it was opened with. */
  keyId: string
}

/** Who sends a request, and the key that says what they may do. */
export interface Sender {
  actor: Actor
  key: KnownKey
}

/** Who sends a request to a route that needs a key. */
export function actorOf(c: Context<Env>): Actor {
  const actor = c.get('actor')
  if (!actor) throw new Error('It is asked who sends where no key is needed.')
  return actor
}

/** Who acts in a console session. */
export const sessionActor = (key: KnownKey): Actor => ({ kind: key.kind, keyId: `session:${key.id}` })

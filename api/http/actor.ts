import type { KnownKey } from '../keys/known-key.ts'

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

/** Who acts in a console session. */
export const sessionActor = (key: KnownKey): Actor => ({ kind: key.kind, keyId: `session:${key.id}` })

import type { Scope } from '../contract/scopes.ts'
import type { Services } from '../services.ts'
import type { Actor } from './actor.ts'

/** What every handler finds in its context. */
export interface Env {
  Variables: {
    services: Services
    requestId: string
    /** Headers that the answer gets. */
    headers: Record<string, string>
    /** Set where the answer has them already. */
    hasHeaders?: boolean
    /** What the route needs, where it needs a key. */
    scope?: Scope
    /** Who sends, where the route needs a key and it is known; see `actorOf`. */
    actor?: Actor
  }
}

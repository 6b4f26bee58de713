import type { Services } from '../services.ts'
import type { Actor } from './actor.ts'

/** What every handler finds in its context. */
export interface Env {
  Variables: {
    services: Services
    requestId: string
    /** Set by the middleware that asks for a key. */
    actor: Actor
  }
}

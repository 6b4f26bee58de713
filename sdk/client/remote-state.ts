import type { State } from '../../api/contract/state.ts'
import type { CoreOptions } from '../core.ts'
import type { Environment } from './environment.ts'
import { outcomeOf } from './outcome.ts'
import type { Reply } from './transport.ts'

/** After this time a tab that is looked at again asks anew. */
const freshFor = 15_000

/** What the server says this person may be shown. */
export interface RemoteState {
  read(): State | null
  /** Asks the server. Calls while an answer is awaited lead to one more question after it. */
  refresh(): Promise<void>
  refreshIfOld(): void
  forget(): void
}

/** What it works with, and whom it tells. */
export interface RemoteStateOptions
  extends Pick<Environment, 'now' | 'random' | 'later'>, Pick<CoreOptions, 'retryDelay'> {
  /** Null where nobody may be asked about, or nobody would see the answer. */
  ask(): Promise<Reply> | null
  onChange(): void
}

/**
 * Knows the latest answer of the server about this person, and calls `onChange` when there is another. While the server is
 * failing it is asked again from time to time.
 */
export const createRemoteState = (options: RemoteStateOptions): RemoteState => {
  let state: State | null = null
  let askedAt = 0
  let generation = 0
  let asking = false
  let due = false
  let stopWaiting: (() => void) | undefined

  const refresh = async (): Promise<void> => {
    due = true
    if (asking) return
    asking = true
    while (due) {
      due = false
      stopWaiting?.()
      const asked = generation
      const question = options.ask()
      askedAt = question ? options.now() : 0
      const reply = await question
      const body = reply?.body
      if (reply && outcomeOf('', reply) === 'soon') {
        stopWaiting = options.later(() => void refresh(), options.retryDelay(5, options.random(), reply.retryAfter))
      }
      // An answer about somebody who has signed out since is nobody's.
      if (asked === generation && isState(body)) {
        state = body
        options.onChange()
      }
    }
    asking = false
  }

  return {
    read: () => state,
    refresh,
    refreshIfOld: () => {
      if (options.now() - askedAt > freshFor) void refresh()
    },
    forget: () => {
      generation++
      state = null
      askedAt = 0
    },
  }
}

/** A proxy or a sign-in page of a network may answer in the server's place. */
const isState = (body: unknown): body is State => Array.isArray((body as Partial<State> | null)?.programs)

import type { State } from '../../api/contract/state.ts'
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

/** Knows the latest answer of the server about this person, and calls `onChange` when there is another. */
export const createRemoteState = (options: {
  now(): number
  /** Null where nobody may be asked about. */
  ask(): Promise<Reply> | null
  onChange(): void
}): RemoteState => {
  let state: State | null = null
  let askedAt = 0
  let asking = false
  let askAgain = false
  let generation = 0

  const refresh = async (): Promise<void> => {
    if (asking) {
      askAgain = true
      return
    }
    const question = options.ask()
    if (!question) return
    asking = true
    askedAt = options.now()
    const asked = generation
    const { body } = await question
    asking = false
    // An answer about somebody who has signed out since is nobody's.
    if (asked === generation && isState(body)) {
      // A server of an older version than a bundled SDK knows of no tours.
      state = { tours: [], announcements: [], ...(body as Omit<State, 'tours' | 'announcements'>) }
      options.onChange()
    }
    if (askAgain) {
      askAgain = false
      await refresh()
    }
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
const isState = (body: unknown): body is State => {
  const { programs, surveys } = (body ?? {}) as Partial<State>
  return Array.isArray(programs) && Array.isArray(surveys)
}

import { useEffect, useState } from 'preact/hooks'
import type { ConsoleClient, SignedIn } from '../client.ts'
import type { RequestError } from '../request-error.ts'
import { toRequestError } from './to-request-error.ts'

/** Whether somebody is signed in. `expired` says that they were, until just now. */
export type SessionState =
  | { status: 'checking' }
  | { status: 'unknown'; error: RequestError }
  | { status: 'out'; expired: boolean }
  | { status: 'in'; session: SignedIn }

/** The session, and what starts and ends it. */
export interface SessionControl {
  state: SessionState
  check: () => Promise<void>
  started: (session: SignedIn) => void
  /** Forgets the session: because it expired, or because its owner signed out. */
  ended: (expired: boolean) => void
}

// setTimeout takes 32 bits of milliseconds and fires at once beyond them.
const longestTimeout = 2 ** 31 - 1

/** Keeps the session: asks for it at the start, and again at the moment it should end. */
export const useSession = (client: ConsoleClient, now: () => Date): SessionControl => {
  const [state, setState] = useState<SessionState>({ status: 'checking' })

  const check = async (): Promise<void> => {
    try {
      const session = await client.session()
      setState((before) => (session ? { status: 'in', session } : { status: 'out', expired: before.status === 'in' }))
    } catch (error) {
      setState((before) => (before.status === 'in' ? before : { status: 'unknown', error: toRequestError(error) }))
    }
  }

  useEffect(() => {
    void check()
  }, [])

  const expiresAt = state.status === 'in' ? state.session.expiresAt : null
  useEffect(() => {
    if (expiresAt === null) return
    const wait = Math.max(Date.parse(expiresAt) - now().getTime() + 1000, 1000)
    // The server may have prolonged the session by then, so it is asked rather than believed over.
    const timer = setTimeout(() => void check(), Math.min(wait, longestTimeout))
    return () => clearTimeout(timer)
  }, [expiresAt])

  return {
    state,
    check,
    started: (session) => setState({ status: 'in', session }),
    ended: (expired) =>
      setState((before) => (before.status === 'in' || !expired ? { status: 'out', expired } : before)),
  }
}

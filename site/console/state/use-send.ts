import { useState } from 'preact/hooks'
import type { RequestError } from '../request-error.ts'
import { toRequestError } from './to-request-error.ts'

/** Something that changes what is stored: whether it is on its way, and what went wrong the last time. */
export interface Sending {
  sending: boolean
  error: RequestError | null
  /** Does it, unless it is being done already. */
  send: (work: () => Promise<void>) => Promise<void>
  forget: () => void
}

/** Sends one thing at a time. */
export const useSend = (): Sending => {
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<RequestError | null>(null)

  const send = async (work: () => Promise<void>): Promise<void> => {
    if (sending) return
    setSending(true)
    setError(null)
    try {
      await work()
    } catch (reason) {
      setError(toRequestError(reason))
    } finally {
      setSending(false)
    }
  }
  return { sending, error, send, forget: () => setError(null) }
}

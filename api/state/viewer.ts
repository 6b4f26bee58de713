import type { Past } from './past.ts'

/** What is known of a person, and what decides about everything that comes up by itself. */
export interface Viewer {
  /** Who they are, as the rows about people name them. */
  subject: string
  /** When they signed up, in milliseconds; null for a visitor. */
  signedUpAt: number | null
  past: Past
  account: Record<string, unknown>
  user: Record<string, unknown>
  locale: string
  /** Why nothing may come up by itself; null where something may. */
  spent: string | null
}

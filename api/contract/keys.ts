/** What a key may be allowed to do, with the sentence that describes it. */
export const scopes = {
  ingest: 'send messages',
  browser: 'read what may be shown to a user, and store impressions, answers and feedback',
  read: 'read everything that is stored',
  write: 'do the work of the team, such as scoring anew',
  admin: 'make and revoke keys, erase people, read the audit log',
} as const
export type Scope = keyof typeof scopes

/** Every scope; a write key stands in pages, so it can have the first two only. */
export const allScopes = Object.keys(scopes) as [Scope, ...Scope[]]
export const writeKeyScopes: readonly Scope[] = ['ingest', 'browser']

export type KeyKind = 'write' | 'secret'

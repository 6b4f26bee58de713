/** What a key may be allowed to do, each as the end of "may …". Without a schema, so that the console can carry it. */
export const scopes = {
  ingest: 'send messages',
  browser: 'read what may be shown to a user, and store impressions, answers and feedback',
  read: 'read everything that is stored',
  write: 'change what is derived from it, such as by scoring anew',
  admin: 'make and revoke keys, erase people and read the audit log',
} as const
export type Scope = keyof typeof scopes
export const allScopes = Object.keys(scopes) as [Scope, ...Scope[]]
/** What a write key can be allowed: it stands in pages, where everybody can read it. */
export const writeKeyScopes: readonly Scope[] = ['ingest', 'browser']

import type { Store } from './store.ts'

/** Who this browser speaks for. */
export interface Identity {
  anonymousId: string
  userId?: string | undefined
  /** Proves the user. */
  userHash?: string
  accountId?: string | undefined
}

/** Who this browser speaks for, remembered in its storage and shared by its tabs. */
export interface IdentityStore {
  read(): Identity
  /** The person, if known. Does not make an anonymous id. */
  userId(): string | undefined
  /** True where it is another person or account than the one known before. A visitor who becomes known is the same. */
  change(change: {
    userId?: string | undefined
    userHash?: string | undefined
    accountId?: string | undefined
  }): boolean
  forget(): void
}

/** Reads and remembers who this browser speaks for in `store`; an anonymous id is made when it is first needed. */
export const createIdentity = (store: Store, makeId: () => string): IdentityStore => {
  const stored = () => store.get<Identity>('identity')
  const read = (): Identity => {
    const known = stored()
    if (known?.anonymousId) return known
    const fresh = { anonymousId: makeId() }
    store.set('identity', fresh)
    return fresh
  }
  return {
    read,
    userId: () => stored()?.userId,
    change: (change) => {
      const known = read()
      // Another person at the same machine must not inherit the account or the anonymous past of the one before.
      const isAnother = !!known.userId && !!change.userId && change.userId !== known.userId
      const base: Identity = isAnother ? { anonymousId: makeId() } : known
      const next = { ...base, ...JSON.parse(JSON.stringify(change)) } as Identity
      store.set('identity', next)
      return isAnother || (!!known.accountId && next.accountId !== known.accountId)
    },
    forget: () => store.remove('identity'),
  }
}

import type { InValue } from '@libsql/client'
import type { Subject } from '../contract/subject.ts'
import { ApiError } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import { refuseClaim } from '../identity.ts'
import type { Services } from '../services.ts'

/** Who sends a request, as far as that is known. */
export interface Customer {
  userId: string | null
  accountId: string | null
  accountName: string | null
  plan: string | null
  /** What they are called, and their address, as the product says. */
  name: string | null
  email: string | null
  /** How they are known; only whoever is verified may be told of it. */
  identity: 'verified' | 'claimed' | 'email' | 'unknown'
}

const nobody: Customer = {
  userId: null,
  accountId: null,
  accountName: null,
  plan: null,
  name: null,
  email: null,
  identity: 'unknown',
}

const byWhat = (where: string) => `
  SELECT users.id, users.account_id, accounts.name AS account_name, accounts.plan,
    users.traits ->> '$.name' AS name, users.traits ->> '$.email' AS email
  FROM users LEFT JOIN accounts ON accounts.id = users.account_id
  WHERE ${where} LIMIT 1`

async function find({ database }: Services, where: string, args: Record<string, InValue>) {
  const [found] = await database.read([{ sql: byWhat(where), args }])
  const row = found?.rows[0]
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  if (!row) return null
  return {
    userId: text(row['id']),
    accountId: text(row['account_id']),
    accountName: text(row['account_name']),
    plan: text(row['plan']),
    name: text(row['name']),
    email: text(row['email']),
  }
}

/** The customer whom a page speaks for, or who has an e-mail address as a trait. */
export async function findCustomer(
  services: Services,
  given: Pick<Subject, 'userId' | 'accountId' | 'userHash'> & { email?: string },
  actor: Actor,
): Promise<Customer> {
  const { userId, accountId = null, userHash: hash, email } = given
  if (userId !== undefined) {
    const refusal = refuseClaim(services, actor, { userId, accountId, hash })
    if (refusal) throw new ApiError('forbidden', refusal)
    // Where nobody is verified, a page may say that it is anybody.
    const isProven = actor.kind === 'secret' || services.settings.identitySecret !== undefined
    const known = await find(services, 'users.id = :userId', { userId })
    return { ...nobody, userId, ...known, identity: isProven ? 'verified' : 'claimed' }
  }
  const known =
    email === undefined
      ? null
      : await find(services, `lower(users.traits ->> '$.email') = lower(:email) ORDER BY users.last_seen_at DESC`, {
          email,
        })
  return known ? { ...known, identity: 'email' } : nobody
}

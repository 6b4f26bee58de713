import { eq } from 'drizzle-orm'
import type { Account } from '../contract/accounts.ts'
import type { Reader } from '../db/open.ts'
import { accounts } from '../db/schema.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { viewAccount } from './view-account.ts'

/** The error for an account that sent nothing yet. */
export const noSuchAccount = (id: string) =>
  new ApiError('not_found', `There is no account "${id}": it appears with its first group message.`)

/**
 * An account as lists show it.
 *
 * @param reader - The database's own doors, where it must be found as soon as it is there.
 * @throws ApiError `not_found` for an account that sent nothing yet.
 */
export async function getAccount(
  { database }: Services,
  id: string,
  reader: Reader = database.mayLag,
): Promise<Account> {
  const row = await reader.orm.query.accounts.findFirst({ where: eq(accounts.id, id) })
  if (!row) throw noSuchAccount(id)
  return viewAccount(row)
}

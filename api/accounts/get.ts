import { eq } from 'drizzle-orm'
import type { Account } from '../contract/accounts.ts'
import { accounts } from '../db/schema.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { viewAccount } from './view-account.ts'

/** The error for an account that sent nothing yet. */
export const noSuchAccount = (id: string) =>
  new ApiError('not_found', `There is no account "${id}": it appears with its first group message.`)

/** @throws ApiError `not_found` for an account that sent nothing yet. */
export async function getAccount({ database }: Services, id: string): Promise<Account> {
  const row = await database.orm.query.accounts.findFirst({ where: eq(accounts.id, id) })
  if (!row) throw noSuchAccount(id)
  return viewAccount(row)
}

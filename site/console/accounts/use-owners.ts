import type { Account } from '../../../api/contract/accounts.ts'
import { noFilter } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { useResource } from '../state/use-resource.ts'

/** The most that the API lists at once. */
const mostAccounts = 500

/** Owners to choose from: those of the first accounts, whatever the filter, and those of the accounts on the page. */
export const useOwners = (accounts: Account[]): string[] => {
  const { client } = useConsole()
  const all = useResource('owners', (signal) =>
    client.accounts(noFilter, { limit: mostAccounts, cursor: null }, signal),
  )
  const owners = [...(all.data?.data ?? []), ...accounts].flatMap(({ owner }) => (owner === null ? [] : [owner]))
  return [...new Set(owners)].sort((a, b) => a.localeCompare(b))
}

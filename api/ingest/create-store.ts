import type { Database } from '../db/open.ts'
import { createInboxStore } from './inbox-store.ts'
import { createServerStore } from './server-store.ts'
import type { SettleRowsOptions } from './settle-rows.ts'
import { createSettler } from './settle.ts'
import type { Store } from './store.ts'

/** Where a database takes its facts: a file by way of its inbox, a server at once. */
export function createStore({
  database,
  ...options
}: Omit<SettleRowsOptions, 'inbox'> & { database: Database }): Store {
  const { inbox } = database
  if (!inbox) return createServerStore({ database, programs: options.programs })
  const settler = createSettler({ inbox, ...options })
  inbox.settleBy(settler)
  return createInboxStore(inbox, settler)
}

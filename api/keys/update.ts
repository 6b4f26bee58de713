import type { Key, UpdateKeyRequest } from '../contract/keys.ts'
import type { Scope } from '../contract/scopes.ts'
import type { Services } from '../services.ts'
import { changeWorkingKey, findWorkingKey } from './change-key.ts'
import { checkKey } from './check-key.ts'
import { viewKey } from './view-key.ts'

/** Changes what a key is called and what it may do. */
export async function updateKey(
  services: Services,
  { id, change }: { id: string; change: UpdateKeyRequest },
): Promise<Key> {
  const row = await findWorkingKey(services, id)
  const scopes = change.scopes ?? (JSON.parse(row.scopes) as Scope[])
  const origins = change.origins ?? (JSON.parse(row.origins) as string[])
  checkKey({ kind: row.kind, scopes, origins })
  const changed = {
    name: change.name ?? row.name,
    scopes: JSON.stringify(scopes),
    origins: JSON.stringify(origins),
  }
  const set = 'name = coalesce(:name, name), scopes = coalesce(:scopes, scopes), origins = coalesce(:origins, origins)'
  const args = {
    name: change.name ?? null,
    scopes: change.scopes ? changed.scopes : null,
    origins: change.origins ? changed.origins : null,
  }
  await changeWorkingKey(services, { id, set, args })
  return viewKey(services, { ...row, ...changed })
}

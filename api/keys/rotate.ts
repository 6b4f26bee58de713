import type { NewKey } from '../contract/keys.ts'
import type { Services } from '../services.ts'
import { changeWorkingKey, findWorkingKey } from './change-key.ts'
import { hashKey, hintOf, makeKey } from './key-value.ts'
import { viewKey } from './view-key.ts'

/** Gives a key a new value. The old one works on for a while; one that was rotated out before that ends at once. */
export async function rotateKey(
  services: Services,
  { id, graceSeconds }: { id: string; graceSeconds: number },
): Promise<NewKey> {
  const row = await findWorkingKey(services, id)
  const newValue = makeKey(row.kind)
  const changed = {
    hash: hashKey(newValue),
    previousHash: graceSeconds > 0 ? row.hash : null,
    previousUntil: graceSeconds > 0 ? services.now() + graceSeconds * 1000 : null,
    value: row.kind === 'write' ? newValue : null,
    hint: hintOf(newValue),
  }
  const { hash, previousUntil, value, hint } = changed
  // Of two at once the second takes over from the first, whose value then works on for a while.
  const set = `previous_hash = iif(:previousUntil IS NULL, NULL, hash), hash = :hash, previous_until = :previousUntil,
    value = :value, hint = :hint`
  await changeWorkingKey(services, { id, set, args: { hash, previousUntil, value, hint } })
  return { ...viewKey(services, { ...row, ...changed }), value: newValue }
}

import type { KeyKind } from '../contract/keys.ts'
import { writeKeyScopes, type Scope } from '../contract/scopes.ts'
import { ApiError } from '../errors.ts'

/**
 * Checks what a key of a kind may have.
 *
 * @throws ApiError `invalid`
 */
export function checkKey(key: { kind: KeyKind; scopes: Scope[]; origins: string[] }): void {
  const tooMuch = key.kind === 'write' ? key.scopes.filter((scope) => !writeKeyScopes.includes(scope)) : []
  const errors = [
    ...(tooMuch.length > 0
      ? [
          {
            path: 'scopes',
            detail: `A write key can be read by everybody and cannot have ${tooMuch.join(', ')}. Give it ${writeKeyScopes.join(', ')}, or one of them.`,
          },
        ]
      : []),
    ...(key.kind === 'secret' && key.origins.length > 0
      ? [{ path: 'origins', detail: 'A secret key belongs on servers and has no origins. Leave them out.' }]
      : []),
  ]
  if (errors.length > 0) throw new ApiError('invalid', 'This kind of key cannot be like that.', { errors })
}

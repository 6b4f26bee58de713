import type { MiddlewareHandler } from 'hono'
import { writeKeyScopes, type Scope } from '../contract/scopes.ts'
import type { Env } from '../http/env.ts'
import { auditActs } from '../http/audit.ts'
import { needsKey } from '../http/authenticate.ts'

/** How a request proves that it has a scope, for the description: OpenAPI calls scopes beside a key the roles that are needed. */
export function securityOf(scope: Scope, orOwnPage = false): Record<string, Scope[]>[] {
  if (!writeKeyScopes.includes(scope)) return [{ secretKey: [scope] }, { session: [scope] }]
  return [{ writeKey: [scope] }, { writeKeyBasic: [scope] }, ...(orOwnPage ? [{}] : [])]
}

/**
 * What a route needs to be opened, for its description and its middleware.
 *
 * @param options.orOwnPage - Whether the help center's own pages need no key.
 * @param options.isAudited - False where it is no act of anybody.
 * @example
 * ```ts
 * createRoute({ method: 'get', path: '/v1/events', ...needs('read', 'listEvents'), … })
 * ```
 */
export function needs(
  scope: Scope,
  operationId: string,
  { orOwnPage = false, isAudited = true }: { orOwnPage?: boolean; isAudited?: boolean } = {},
) {
  const middleware: MiddlewareHandler<Env>[] = [needsKey({ scope, orOwnPage })]
  if (isAudited) middleware.unshift(auditActs({ scope, operationId }))
  return { operationId, security: securityOf(scope, orOwnPage), middleware }
}

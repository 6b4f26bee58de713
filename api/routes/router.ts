import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '../http/env.ts'
import { onInvalid } from '../http/errors.ts'

/** A router whose descriptions and validation are the same schemas. */
export const router = () => new OpenAPIHono<Env>({ defaultHook: onInvalid })

/** How requests prove who they are, by the names the description uses. */
export const security = {
  secretKey: [{ secretKey: [] }, { session: [] }],
  writeKey: [{ writeKey: [] }, { writeKeyBasic: [] }],
  /** The help center's own pages need no key. */
  writeKeyOrOwnPage: [{ writeKey: [] }, { writeKeyBasic: [] }, {}],
}

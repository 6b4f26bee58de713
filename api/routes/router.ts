import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '../http/env.ts'
import { onValidated } from '../http/on-validated.ts'

/** A router whose descriptions and validation are the same schemas. */
export const router = () => new OpenAPIHono<Env>({ defaultHook: onValidated })

import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import type { z } from 'zod'
import type { Env } from '../http/env.ts'
import { onValidated } from '../http/on-validated.ts'

/** A router whose descriptions and validation are the same schemas, which also say what is wrong with a request. */
export function router(): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>()
  const { openapi } = app
  app.openapi = ((route: RouteConfig, handler: never) => {
    const schemas = schemasOf(route)
    return openapi(route, handler, (result): undefined => onValidated(result, schemas[result.target] as z.ZodType))
  }) as typeof openapi
  return app
}

/** What each part of a request is held against. */
function schemasOf({ request }: RouteConfig): Partial<Record<string, unknown>> {
  const body = request?.body?.content['application/json']
  return { query: request?.query, param: request?.params, json: body && 'schema' in body ? body.schema : undefined }
}

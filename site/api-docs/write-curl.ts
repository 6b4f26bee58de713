import { exampleBodies, exampleIds } from './example-bodies.ts'
import type { Operation } from './list-operations.ts'
import { resolve } from './openapi.ts'
import type { Schema, Schemas } from './openapi.ts'

/** A command that calls the operation; the keys are shell variables, so that it can be pasted as it is. */
export const writeCurl = (operation: Operation, { origin, schemas }: { origin: string; schemas: Schemas }): string => {
  const { method, security = [] } = operation
  const schemes = security.flatMap((choice) => Object.keys(choice))
  const key = schemes.includes('writeKey') ? '$WRITE_KEY' : '$SECRET_KEY'
  const body = exampleBody(operation, schemas)
  return [
    `curl ${method === 'get' || body ? '' : `-X ${method.toUpperCase()} `}"${origin}${examplePath(operation.path)}"`,
    ...(schemes.length > 0 ? [`-H "Authorization: Bearer ${key}"`] : []),
    ...(body ? ['-H "Content-Type: application/json"', `-d '${body.replaceAll("'", String.raw`'\''`)}'`] : []),
  ].join(' \\\n  ')
}

/** The operation's path with an id in each of its places. */
export const examplePath = (path: string): string => {
  const [known, id] = Object.entries(exampleIds).find(([start]) => path.startsWith(start)) ?? []
  const filled = known !== undefined && id !== undefined ? path.replace(known, known.replace('{id}', id)) : path
  return filled.replaceAll(/\{(\w+)\}/g, ':$1')
}

const exampleBody = ({ method, path, requestBody }: Operation, schemas: Schemas): string | null => {
  const schema = requestBody?.content['application/json']?.schema
  if (!schema) return null
  return JSON.stringify(exampleBodies[`${method} ${path}`] ?? valueOf(schema, schemas), null, 2)
}

/** A value that fits a schema: what is required, and nothing else. */
const valueOf = (given: Schema, schemas: Schemas): unknown => {
  const schema = resolve(given, schemas)
  const [variant] = schema.anyOf ?? schema.oneOf ?? []
  if (variant) return valueOf(variant, schemas)
  if (schema.enum) return schema.enum[0]
  const [type] = [schema.type ?? 'object'].flat()
  if (type === 'array') return schema.items ? [valueOf(schema.items, schemas)] : []
  if (type === 'number' || type === 'integer') return schema.minimum ?? 1
  if (type === 'boolean') return true
  if (type === 'string') return schema.format === 'date-time' ? '2026-03-02T08:00:00.000Z' : '…'
  const required = schema.required ?? []
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([name]) => required.includes(name))
      .map(([name, field]) => [name, valueOf(field, schemas)]),
  )
}

/** The parts of an OpenAPI 3.1 document that the reference shows. */
export interface OpenApi {
  info: { title: string; description?: string }
  paths: Record<string, Partial<Record<string, OperationObject>>>
  components?: { schemas?: Record<string, Schema>; securitySchemes?: Record<string, { description?: string }> }
}

/** What a path does for one method. */
export interface OperationObject {
  tags?: string[]
  summary?: string
  description?: string
  security?: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}

/** A value in the path or the query. */
export interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: Schema
}

/** A body by its media type. */
export type Content = Record<string, { schema?: Schema }>

/** JSON Schema, as far as the API uses it. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  title?: string
  description?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

/** The schemas that others refer to, by name. */
export type Schemas = Record<string, Schema>

/** Name of the component that a schema refers to; null where it is written out. */
export const refName = ({ $ref }: Schema): string | null => $ref?.split('/').at(-1) ?? null

/** The schema itself, where it only refers to one. */
export const resolve = (schema: Schema, schemas: Schemas): Schema => {
  const name = refName(schema)
  return name === null ? schema : (schemas[name] ?? {})
}

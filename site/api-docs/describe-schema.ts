import { refName, resolve } from './openapi.ts'
import type { Schema, Schemas } from './openapi.ts'

/** The kind of value in a few words: `string or null`, `list of Account`, `map of any value`. */
export const typeOf = (schema: Schema, schemas: Schemas): string => {
  const name = refName(schema)
  if (name !== null) return name
  const variants = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (variants) {
    const joined = schema.allOf ? ' and ' : ' or '
    return [...new Set(variants.map((variant) => typeOf(variant, schemas)))].join(joined)
  }
  const types = [schema.type ?? []].flat()
  if (types.length === 0) return 'any value'
  const several = (what: string, each: Schema): string => {
    const item = typeOf(each, schemas)
    return item.includes(' or ') ? `${what} of (${item})` : `${what} of ${item}`
  }
  return types
    .map((type) => {
      if (type === 'array') return several('list', schema.items ?? {})
      return typeof schema.additionalProperties === 'object' ? several('map', schema.additionalProperties) : type
    })
    .join(' or ')
}

const formats: Record<string, string> = {
  'date-time': 'a time such as 2026-03-02T08:00:00Z',
  date: 'a day such as 2026-03-02',
  email: 'an email address',
  uri: 'an address',
}

/** What a value has to keep to, one rule each. */
export const rulesOf = (schema: Schema): string[] => {
  const { minimum, maximum, minLength, maxLength, format } = schema
  const variants = schema.anyOf ?? schema.oneOf ?? []
  const rules = [
    ...variants.flatMap((variant) => (variant.format ? [formats[variant.format] ?? variant.format] : [])),
    format && (formats[format] ?? format),
    range(minimum, maximum, ''),
    range(minLength === 0 ? undefined : minLength, maxLength, ' characters'),
    schema.default !== undefined && `${JSON.stringify(schema.default)} if left out`,
  ]
  return rules.filter((rule) => typeof rule === 'string' && rule !== '').map(String)
}

const range = (least: number | undefined, most: number | undefined, unit: string): string => {
  // Schemas bound every whole number by what JavaScript can count; nobody needs to read that.
  const low = least === undefined || least <= Number.MIN_SAFE_INTEGER ? undefined : least
  const high = most === undefined || most >= Number.MAX_SAFE_INTEGER ? undefined : most
  if (low !== undefined && high !== undefined) return `${low} to ${high}${unit}`
  if (high !== undefined) return `at most ${high}${unit}`
  return low === undefined ? '' : `at least ${low}${unit}`
}

/** Something inside a value that has fields of its own. */
export interface Nested {
  title: string
  schema: Schema
}

/** The objects inside a value: its own fields, those of its items, of each of its kinds. */
export const nestedIn = (schema: Schema, schemas: Schemas): Nested[] => {
  const given = resolve(schema, schemas)
  const variants = given.anyOf ?? given.oneOf ?? given.allOf
  if (variants) {
    return variants.flatMap((variant) =>
      nestedIn(variant, schemas).map((nested) => ({ ...nested, title: refName(variant) ?? nested.title })),
    )
  }
  if (given.items) return nestedIn(given.items, schemas).map((nested) => ({ ...nested, title: 'Fields of each' }))
  if (given.properties) return [{ title: 'Fields', schema: given }]
  const { additionalProperties } = given
  if (typeof additionalProperties !== 'object') return []
  return nestedIn(additionalProperties, schemas).map((nested) => ({ ...nested, title: 'Fields of each value' }))
}

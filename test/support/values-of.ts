import fc from 'fast-check'

/** What is read of a schema in an OpenAPI document. */
export interface Schema {
  $ref?: string
  type?: string
  format?: string
  enum?: unknown[]
  minimum?: number
  maximum?: number
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** Any UTF-16, halves of characters included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
  .map((units) => String.fromCharCode(...units))

/** What should do no harm, wherever it stands. */
const odd = fc.oneof(
  fc.jsonValue(),
  anyText,
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    -0,
    2 ** 53,
    2 ** 64,
    1e308,
    5e-324,
    [],
    {},
    [[]],
    '\0',
    '\ud800',
    '%00',
    "' OR 1=1 --",
  ),
  fc.constant('x'.repeat(20_000)),
  fc
    .constantFrom('__proto__', 'constructor', 'toString', '$', 'a.b')
    .chain((name) =>
      fc.jsonValue().map((value) => JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as unknown),
    ),
)

/** How values are made of schemas. */
export interface Making {
  /** Schemas that others refer to, by name. */
  components: Record<string, Schema>
  /** Texts that mean something to the server, so that requests get beyond its door. */
  texts: string[]
  /** The same for fields and parameters of a name. */
  named: Record<string, unknown[]>
}

/**
 * Values that fit a schema mostly; where one does not, it does not in one place or a few.
 *
 * @param name - Of the field or parameter, where it is one.
 */
export function valuesOf(schema: Schema, making: Making, name = ''): fc.Arbitrary<unknown> {
  const known = Object.hasOwn(making.named, name) ? fc.constantFrom(...(making.named[name] ?? [])) : undefined
  return fc.oneof({ weight: 30, arbitrary: known ?? fittingOf(schema, making) }, { weight: 1, arbitrary: odd })
}

function fittingOf(schema: Schema, making: Making): fc.Arbitrary<unknown> {
  const { components, texts } = making
  if (schema.$ref) return valuesOf(components[schema.$ref.replace('#/components/schemas/', '')] ?? {}, making)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const variants = schema.anyOf ?? schema.oneOf
  if (variants) return fc.oneof(...variants.map((variant) => valuesOf(variant, making)))
  switch (schema.type) {
    case 'string':
      if (schema.format)
        return fc.constantFrom('2026-03-02', '2026-03-02T08:00:00.000Z', '2026-02-30', '9999-12-31T23:59:59.999Z')
      return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...texts) }, { weight: 1, arbitrary: anyText })
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 100 }), fc.double({ noNaN: true }))
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, making), { maxLength: 4 })
    case 'object':
      return objectsOf(schema, making)
    default:
      return fc.jsonValue()
  }
}

function objectsOf(
  { properties = {}, required = [], additionalProperties }: Schema,
  making: Making,
): fc.Arbitrary<unknown> {
  const known = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, valuesOf(field, making, name)])),
    { requiredKeys: required },
  )
  if (typeof additionalProperties !== 'object') return known
  const more = fc.dictionary(
    fc.oneof(fc.constantFrom(...making.texts), anyText),
    valuesOf(additionalProperties, making),
    { maxKeys: 5 },
  )
  return fc.tuple(known, more).map(([fields, others]) => ({ ...others, ...fields }))
}

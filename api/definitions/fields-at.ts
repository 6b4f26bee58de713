import type { Path } from './read-yaml.ts'

/** The part of a JSON Schema that says which fields there are. */
export interface Shape {
  properties?: Record<string, Shape>
  items?: Shape
  additionalProperties?: Shape | boolean
  anyOf?: Shape[]
}

/** Names of the fields that may stand at a place, in the order of the schema. */
export function fieldsAt(shape: Shape, path: Path): string[] {
  const places = path.reduce<Shape[]>((shapes, key) => shapes.flatMap((one) => below(one, key)), [shape])
  const fields = places
    .flatMap((one) => [one, ...(one.anyOf ?? [])])
    .flatMap(({ properties = {} }) => Object.keys(properties))
  return [...new Set(fields)]
}

function below({ properties, items, additionalProperties, anyOf = [] }: Shape, key: PropertyKey): Shape[] {
  const named = properties?.[String(key)]
  const rest = typeof additionalProperties === 'object' ? additionalProperties : undefined
  const found = typeof key === 'number' ? items : (named ?? rest)
  return [...(found ? [found] : []), ...anyOf.flatMap((one) => below(one, key))]
}

import type { Path } from './read-yaml.ts'

/** The part of a JSON Schema that says which fields there are, and which values. */
export interface Shape {
  properties?: Record<string, Shape>
  items?: Shape
  additionalProperties?: Shape | boolean
  anyOf?: Shape[]
  enum?: unknown[]
}

/** Names of the fields that may stand at a place, in the order of the schema. */
export function fieldsAt(shape: Shape, path: Path): string[] {
  return [...new Set(shapesAt(shape, path).flatMap(({ properties = {} }) => Object.keys(properties)))]
}

/** Of what the list at a place is made; empty where it is no list, or anything may be in it. */
export const choicesAt = (shape: Shape, path: Path): unknown[] =>
  shapesAt(shape, path).flatMap(({ items }) => items?.enum ?? [])

function shapesAt(shape: Shape, path: Path): Shape[] {
  const places = path.reduce<Shape[]>((shapes, key) => shapes.flatMap((one) => below(one, key)), [shape])
  return places.flatMap((one) => [one, ...(one.anyOf ?? [])])
}

function below({ properties, items, additionalProperties, anyOf = [] }: Shape, key: PropertyKey): Shape[] {
  const named = properties?.[String(key)]
  const rest = typeof additionalProperties === 'object' ? additionalProperties : undefined
  const found = typeof key === 'number' ? items : (named ?? rest)
  return [...(found ? [found] : []), ...anyOf.flatMap((one) => below(one, key))]
}

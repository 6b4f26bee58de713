import type { OpenApi, OperationObject } from './openapi.ts'

/** An operation and its place in the reference. */
export interface Operation extends OperationObject {
  /** Anchor of its section. */
  id: string
  method: string
  path: string
}

/** Operations that belong together. */
export interface Group {
  id: string
  title: string
  operations: Operation[]
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** The operations of a document by their tag, both in the order in which the document names them. */
export const listOperations = ({ paths }: OpenApi): Group[] => {
  const groups = new Map<string, Group>()
  for (const [path, operations] of Object.entries(paths)) {
    for (const method of methods) {
      const operation = operations[method]
      if (!operation) continue
      const title = operation.tags?.[0] ?? 'Other'
      const group = groups.get(title) ?? { id: anchor('about', title), title, operations: [] }
      groups.set(title, group)
      group.operations.push({ ...operation, id: anchor(method, path), method, path })
    }
  }
  return [...groups.values()]
}

const anchor = (...parts: string[]): string =>
  parts
    .join('-')
    .toLowerCase()
    .replace(/^(\w+)-\/v1\//, '$1-')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')

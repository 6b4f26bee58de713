import { toJson } from './to-json.ts'

/** Small values under a prefix, shared by the tabs of an origin. */
export interface Store {
  get<Value>(name: string): Value | null
  set(name: string, value: unknown): void
  remove(name: string): void
  /** Characters that a value takes. */
  size(name: string): number
  /** The names that begin so, sorted. */
  names(start: string): string[]
}

/**
 * A store in web storage, and in memory where the browser refuses (blocked, sandboxed, full): such a page works, but
 * forgets with the tab.
 */
export const createStore = (open: () => Storage, prefix: string): Store => {
  const memory = new Map<string, string>()
  const inStorage = <Result>(use: (storage: Storage) => Result): Result | null => {
    try {
      return use(open())
    } catch {
      return null
    }
  }
  const textOf = (name: string) =>
    memory.get(prefix + name) ?? inStorage((storage) => storage.getItem(prefix + name)) ?? 'null'
  return {
    get: <Value>(name: string) => {
      try {
        return JSON.parse(textOf(name)) as Value | null
      } catch {
        return null
      }
    },
    set: (name, value) => {
      memory.delete(prefix + name)
      const text = toJson(value)
      if (!inStorage((storage) => (storage.setItem(prefix + name, text), true))) memory.set(prefix + name, text)
    },
    remove: (name) => {
      memory.delete(prefix + name)
      inStorage((storage) => storage.removeItem(prefix + name))
    },
    names: (start) =>
      [...memory.keys(), ...(inStorage((storage) => Object.keys(storage)) ?? [])]
        .filter((key) => key.startsWith(prefix + start))
        .map((key) => key.slice(prefix.length))
        .sort(),
    size: (name) => textOf(name).length,
  }
}

/** JSON in the browser's storage. A browser that refuses storage gets a store that lasts as long as the page. */
export interface JsonStore {
  read(key: string): unknown
  write(key: string, value: unknown): void
  remove(key: string): void
}

/** Opens `localStorage` under a prefix. */
export function openJsonStore(prefix: string): JsonStore {
  const storage = availableStorage()
  return {
    read(key) {
      const text = storage.getItem(prefix + key)
      if (text === null) return null
      try {
        return JSON.parse(text) as unknown
      } catch {
        // Not ours or cut short: the caller starts afresh, as on a first visit.
        return null
      }
    },
    write: (key, value) => storage.setItem(prefix + key, JSON.stringify(value)),
    remove: (key) => storage.removeItem(prefix + key),
  }
}

function availableStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  try {
    const probe = 'roadbook:probe'
    localStorage.setItem(probe, '1')
    localStorage.removeItem(probe)
    return localStorage
  } catch {
    const memory = new Map<string, string>()
    return {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
      removeItem: (key) => void memory.delete(key),
    }
  }
}

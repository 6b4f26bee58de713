const name = 'cairn-searches'
const most = 5

/** What was searched for on this device, latest first. Kept nowhere else; nothing where the browser keeps nothing. */
export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

/** Remembers a query that led somewhere. */
export function keepRecent(query: string): void {
  const asked = query.trim()
  if (asked === '') return
  const others = readRecent().filter((other) => other.toLowerCase() !== asked.toLowerCase())
  try {
    localStorage.setItem(name, JSON.stringify([asked, ...others].slice(0, most)))
  } catch {
    // A browser that keeps nothing, or is full: then there is nothing to come back to.
  }
}

export function forgetRecent(): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // As above.
  }
}

/** Why a value cannot be kept as it was sent. */
export type Flaw = 'too deep' | 'infinite'

/**
 * Looks for what JSON or a database could not keep: objects and lists within each other more than `levels` deep, and
 * numbers such as 1e400, which are infinite when they are read and would be written as null.
 */
export function flawOf(value: unknown, levels: number): Flaw | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'infinite'
  if (typeof value !== 'object' || value === null) return null
  if (levels === 0) return 'too deep'
  for (const name in value) {
    const flaw = flawOf((value as Record<string, unknown>)[name], levels - 1)
    if (flaw) return flaw
  }
  return null
}

/** How `JSON.stringify` writes half a character, and the character that ends a name for a database. */
const unkeepable = /\\ud[89a-f]|\\u0000/

/**
 * Writes JSON that any database can keep and take apart: half a character (a lone surrogate, as left by a text that
 * was cut) becomes a replacement character, and so does NUL in a name.
 */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value)
  return unkeepable.test(text) ? JSON.stringify(toKeepable(value)) : text
}

function toKeepable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(toKeepable)
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name.toWellFormed().replaceAll('\0', '\ufffd'), toKeepable(child)]),
  )
}

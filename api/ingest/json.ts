/** Whether a value has objects and lists within each other more than `levels` deep. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  if (Array.isArray(value)) return value.some((child) => isDeeperThan(child, levels - 1))
  for (const name in value) if (isDeeperThan((value as Record<string, unknown>)[name], levels - 1)) return true
  return false
}

/** How `JSON.stringify` writes half a character. */
const halfCharacter = /\\ud[89a-f]/

/**
 * Writes JSON whose texts any database can keep: half a character (a lone surrogate, as left by a text that was cut)
 * becomes a replacement character.
 */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value)
  if (!halfCharacter.test(text)) return text
  return JSON.stringify(value, (_, child: unknown) => (typeof child === 'string' ? child.toWellFormed() : child))
}

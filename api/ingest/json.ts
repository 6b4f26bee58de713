/** Whether a value has objects and lists within each other more than `levels` deep. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((child) => isDeeperThan(child, levels - 1))
}

/**
 * Writes JSON whose texts any database can keep: half a character (a lone surrogate, as left by a text that was cut)
 * becomes a replacement character.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, child: unknown) => (typeof child === 'string' ? child.toWellFormed() : child))
}

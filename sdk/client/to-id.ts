/** An id as text, for many products number their people and accounts. Undefined where it is none. */
export const toId = (given: unknown): string | undefined => {
  const id = Number.isFinite(given) ? `${given as number}` : given
  return typeof id === 'string' && id ? id : undefined
}

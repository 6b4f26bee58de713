/** A random id, also where pages are served without encryption and browsers offer no `randomUUID`. */
export function newId(): string {
  if (window.isSecureContext) return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

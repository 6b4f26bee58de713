/** A short random id such as `lesson_k3f9x2a1`. Works on plain http too, where `crypto.randomUUID` does not exist. */
export function newId(prefix: string): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36))
  return `${prefix}_${letters.join('')}`
}

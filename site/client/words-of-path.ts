/**
 * What an address says, as words to search for.
 *
 * @example
 * ```ts
 * wordsOfPath('/fr/help/planning/book-a_lesson.html', 'fr') // 'planning book a lesson'
 * ```
 */
export function wordsOfPath(path: string, locale: string): string {
  const said = path
    .replace(/\.\w+$/, '')
    .split('/')
    .map(decoded)
  const from = said[1] === locale ? 2 : 1
  return (
    said
      .slice(said[from] === 'help' ? from + 1 : from)
      .join(' ')
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ')
      .slice(0, 200) ?? ''
  )
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

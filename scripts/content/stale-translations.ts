import { addressOf, defaultLocale } from '../../content/article-address.ts'
import type { Finding } from './check-article.ts'

/**
 * Translations whose original has changed since they were last touched, as git knows it.
 *
 * @param changes - When each file was last changed, by its path below `content/articles`.
 */
export function staleTranslations(
  paths: readonly string[],
  changes: ReadonlyMap<string, Date>,
): { path: string; finding: Finding }[] {
  const originals = new Map(
    paths.flatMap((path) => {
      const address = addressOf(path)
      return address?.locale === defaultLocale ? [[address.id, path] as const] : []
    }),
  )
  return paths.flatMap((path) => {
    const address = addressOf(path)
    const original = address && address.locale !== defaultLocale ? originals.get(address.id) : undefined
    const [changed, translated] = [original && changes.get(original), changes.get(path)]
    if (!original || !changed || !translated || changed <= translated) return []
    const day = (date: Date) => date.toISOString().slice(0, 10)
    return [
      {
        path,
        finding: {
          line: 1,
          detail: `The original, ${original}, was changed on ${day(changed)}, and this translation last on ${day(translated)}.`,
          remedy: 'Bring it up to date.',
          severity: 'warning',
        },
      },
    ]
  })
}

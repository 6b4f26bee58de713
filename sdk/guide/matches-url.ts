import { decoded } from '../../content/article-address.ts'

/**
 * Whether an address is that of a page: a path, or a whole address with its origin, in which `*` stands for anything.
 * `?` and `#` count only where the page has them, and a slash at the end never does. Letters are the same
 * however they are written.
 */
export const matchesUrl = (page: string, url: string): boolean => {
  const { origin, pathname, search, hash } = new URL(url)
  const address = [
    page.startsWith('/') ? '' : origin,
    pathname,
    page.includes('?') ? search : '',
    page.includes('#') ? hash : '',
  ]
  const trim = (text: string) => (page.endsWith('*') ? text : text.replace(/\/$/, ''))
  const pattern = trim(decoded(page))
    .replace(/[^*\w]/g, '\\$&')
    .replaceAll('*', '.*')
  return new RegExp(`^${pattern}$`).test(trim(decoded(address.join(''))))
}

import { getPath } from 'hono/utils/url'

/** What a page needs of this server: the API, the SDK, the articles with their index for the help panel, and pictures. */
const forPages = /^\/((v1|sdk|search-index|_astro|([a-zA-Z-]+\/)?help)\/|.+\.(avif|gif|jpe?g|png|svg|webp)$)/

/** Whether a path is one that pages of other origins have to read. */
export const isForPages = (path: string): boolean => forPages.test(path)

/** How the paths of the server itself begin: a prefix that begins like that could not be told from them. */
export const ownNames = [
  ...['v1', 'sdk', 'healthz', 'readyz', 'metrics'],
  ...['help', 'search', 'contact', 'console', 'demo', 'search-index', 'pagefind', '_astro'],
]

/** Whether a prefix is beside everything that the server has. */
export const isFreePrefix = (prefix: string): boolean => !ownNames.includes(prefix.split('/')[1] ?? '')

/**
 * Finds the path of a request. What is for pages is also found under a prefix, where no list of an ad blocker looks and
 * a product can pass on a part of its own address.
 */
export function pathUnder(prefix: string | undefined): (request: Request) => string {
  if (!prefix) return getPath
  return (request) => {
    const path = getPath(request)
    const rest = path.startsWith(prefix) ? path.slice(prefix.length) : ''
    return forPages.test(rest) ? rest : path
  }
}

import {
  articleUrl,
  categoryUrl,
  contactUrl,
  decoded,
  defaultLocale,
  homeUrl,
  searchUrl,
  topicsUrl,
} from '../../content/article-address.ts'
import type { ArticleAddress } from '../../content/article-address.ts'

/** Pages and files that exist whatever the articles say. */
const fixed = ['/demo/', '/console/', '/v1/docs', '/v1/openapi.json', '/sdk/cairn.js']

/** Everything that a link inside Cairn can lead to. */
export interface SiteMap {
  /** Paths, each with the fragments its page has; null where they are not known. */
  paths: ReadonlyMap<string, ReadonlySet<string> | null>
}

/** Draws the map from the articles and the files of `site/public`. */
export function drawSiteMap(
  articles: readonly { address: ArticleAddress; ids: ReadonlySet<string> }[],
  publicFiles: readonly string[],
): SiteMap {
  const paths = new Map<string, ReadonlySet<string> | null>()
  for (const path of [...fixed, ...publicFiles.map((file) => `/${file}`)]) paths.set(path, null)
  for (const locale of new Set([defaultLocale, ...articles.map(({ address }) => address.locale)])) {
    for (const urlIn of [homeUrl, searchUrl, topicsUrl, contactUrl]) paths.set(urlIn(locale), null)
    // What is not translated is there in the default language.
    for (const { address, ids } of articles.filter(({ address }) => address.locale === defaultLocale)) {
      paths.set(categoryUrl(locale, address.category), null)
      paths.set(articleUrl(locale, address.id), ids)
    }
  }
  for (const { address } of articles) paths.set(categoryUrl(address.locale, address.category), null)
  for (const { address, ids } of articles) paths.set(articleUrl(address.locale, address.id), ids)
  return { paths }
}

/** What is wrong with a link on a page, and what to do; null where it leads somewhere or out of Cairn. */
export function judgeLink(url: string, page: string, map: SiteMap): { detail: string; remedy: string } | null {
  if (url.trim() === '') return { detail: 'A link leads nowhere.', remedy: 'Give it a target or remove it.' }
  const here = new URL(page, 'https://cairn.invalid')
  const target = URL.canParse(url, here.href) ? new URL(url, here) : null
  if (!target)
    return { detail: `The link ${url} is no address.`, remedy: 'Write a path such as /help/category/article/.' }
  if (target.origin !== here.origin) return null

  const path = decoded(target.pathname)
  const ids = map.paths.get(path)
  if (ids === undefined) {
    if (map.paths.has(`${path}/`)) {
      return { detail: `The link ${url} lacks its final slash.`, remedy: `Write ${path}/.` }
    }
    const nearest = nearestPath(path, map)
    const remedy = nearest ? `Did you mean ${nearest}?` : 'Correct it, or write the page it leads to.'
    return { detail: `The link ${url} is dead: there is no such page.`, remedy }
  }
  const fragment = decoded(target.hash.slice(1))
  if (!ids || fragment === '' || fragment === 'top' || ids.has(fragment)) return null
  const known = [...ids].map((id) => `#${id}`).join(', ')
  return {
    detail: `The link ${url} is dead: the page has no heading #${fragment}.`,
    remedy: known ? `It has ${known}.` : 'It has no headings: link to the page alone.',
  }
}

/** What to say where an article is named by an id that none has. */
export function noSuchArticle(id: string, map: SiteMap): { detail: string; remedy: string } {
  const nearest = nearestPath(id, map)
  return {
    detail: `There is no article ${id}.`,
    remedy: nearest ? `Did you mean ${nearest.replace(/^.*\/help\/|\/$/g, '')}?` : 'Name one as category/slug.',
  }
}

/** A page of the same name elsewhere: articles move between categories more often than they are renamed. */
function nearestPath(path: string, map: SiteMap) {
  const name = path
    .replace(/\.mdx?$/, '')
    .split('/')
    .filter(Boolean)
    .at(-1)
  return name ? [...map.paths.keys()].find((known) => known.endsWith(`/${name}/`)) : undefined
}

import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { articleFiles } from '../../api/definitions/list-articles.ts'
import { readDefinitions } from '../../api/definitions/load.ts'
import { emailFiles } from '../../api/definitions/read-emails.ts'
import { readYaml } from '../../api/definitions/read-yaml.ts'
import type { DefinitionProblem } from '../../api/definitions/read-yaml.ts'
import { addressOf, addressOfLink, articleUrl, decoded, defaultLocale } from '../../content/article-address.ts'
import type { ArticleAddress } from '../../content/article-address.ts'
import { Category } from '../../content/schema.ts'
import { checkArticle } from './check-article.ts'
import type { Finding, Severity } from './check-article.ts'
import { deadRedirects } from './dead-redirects.ts'
import { definitionLinks } from './definition-links.ts'
import { readArticle, UnreadableArticle } from './read-article.ts'
import type { ArticleSource, ImageReference } from './read-article.ts'
import { checkPins, readSearchHints } from './search-hints.ts'
import { drawSiteMap, judgeLink, noSuchArticle } from './site-map.ts'
import type { SiteMap } from './site-map.ts'

/** Something wrong in `content/` or `surveys/`. */
export interface ContentProblem extends DefinitionProblem {
  severity: Severity
}

interface ReadArticle extends ArticleSource {
  file: string
  address: ArticleAddress
}

const articles = 'content/articles'

/** Checks everything below `root`: what the definitions say, what the articles say, and where their links lead. */
export function checkContent({ root }: { root: string }): ContentProblem[] {
  return readDefinitions({ root })
    .problems.map((problem): ContentProblem => ({ ...problem, severity: 'fatal' }))
    .concat(checkArticles({ root }))
}

/** Checks the articles and their categories, and the links of articles and definitions. */
export function checkArticles({ root }: { root: string }): ContentProblem[] {
  const { read, problems } = readArticles(root)
  const publicFiles = globSync('**/*.*', { cwd: join(root, 'site/public') }).map((file) => file.replaceAll('\\', '/'))
  const map = drawSiteMap(
    read.map(({ address, ids }) => ({ address, ids })),
    publicFiles,
  )
  return [
    ...checkCategories(root),
    ...checkSearchHints(root, map),
    ...checkDefinitionLinks(root, map),
    ...checkEmailLinks(root, map),
    ...deadRedirects(root, map).map((problem): ContentProblem => ({ ...problem, severity: 'error' })),
    ...problems,
    ...read.flatMap((article) => {
      const { locale, id } = article.address
      const findings = checkArticle(article, {
        page: articleUrl(locale, id),
        map,
        imageExists: (image) => imageExists(image, { root, article }),
        urlOf: (id) => articleUrl(locale, id),
      })
      return findings.map((finding) => inFile(article.file, finding))
    }),
  ]
}

function checkCategories(root: string): ContentProblem[] {
  const files = globSync(`${articles}/*/*/_category.{yaml,yml}`, { cwd: root }).sort()
  const problems = files.flatMap((file) => readYaml(Category, join(root, file), root).problems)
  return problems.map((problem) => ({ ...problem, severity: 'fatal' }))
}

function checkSearchHints(root: string, map: SiteMap): ContentProblem[] {
  const { read, problems } = readSearchHints(root)
  const dead = read ? checkPins(read, map) : []
  return [
    ...problems.map((problem): ContentProblem => ({ ...problem, severity: 'fatal' })),
    ...dead.map((problem): ContentProblem => ({ ...problem, severity: 'error' })),
  ]
}

/** Reads what can be read; what cannot be is a problem of its own, and nothing else is said about it. */
export function readArticles(root: string) {
  const read: ReadArticle[] = []
  const problems: ContentProblem[] = []
  const byAddress = new Map<string, string>()
  for (const path of articleFiles(root)) {
    const file = join(articles, path)
    const address = addressOf(path)
    if (!address) {
      const detail = 'The article lies in no language and category, or a name in its path has no letter or digit.'
      const remedy = 'Move it to content/articles/<locale>/<category>/.'
      problems.push(inFile(file, { line: 1, detail, remedy, severity: 'fatal' }))
      continue
    }
    const page = articleUrl(address.locale, address.id)
    const other = byAddress.get(page)
    if (other !== undefined) {
      const detail = `The article has the address of ${other}, ${page}.`
      problems.push(inFile(file, { line: 1, detail, remedy: 'Rename one of them.', severity: 'fatal' }))
      continue
    }
    byAddress.set(page, file)
    try {
      const source = readArticle(readFileSync(join(root, file), 'utf8'), path.endsWith('.mdx') ? 'mdx' : 'md')
      const links = source.links.map(({ url, line }) => ({ url: addressOfLink(url, path) ?? url, line }))
      read.push({ file, address, ...source, links })
    } catch (error) {
      if (!(error instanceof UnreadableArticle)) throw error
      const detail = `The article cannot be read: ${error.message.replace(/\.$/, '')}.`
      const remedy = 'Correct this line or the one before it.'
      problems.push(inFile(file, { line: error.line, detail, remedy, severity: 'fatal' }))
    }
  }
  return { read, problems }
}

function checkDefinitionLinks(root: string, map: SiteMap): ContentProblem[] {
  const files = globSync(['content/**/*.{yaml,yml}', 'surveys/**/*.{yaml,yml}'], { cwd: root })
    // They are checked by themselves.
    .filter((file) => ![join('content', 'redirects.yaml'), join('content', 'search.yaml')].includes(file))
    .sort()
  return files.flatMap((file) =>
    definitionLinks(readFileSync(join(root, file), 'utf8')).flatMap(({ to, target, line }) => {
      const [id = '', fragment] = target.split('#')
      const path = `${articleUrl(defaultLocale, id)}${fragment ? `#${fragment}` : ''}`
      if (to === 'article' && !map.paths.has(articleUrl(defaultLocale, id))) {
        return [inFile(file, { line, ...noSuchArticle(id, map) })]
      }
      const wrong = judgeLink(to === 'article' ? path : target, '/', map)
      return wrong ? [inFile(file, { line, ...wrong })] : []
    }),
  )
}

function checkEmailLinks(root: string, map: SiteMap): ContentProblem[] {
  return emailFiles(root).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return linksOf(text).flatMap(({ url, line }) => {
      const wrong = judgeLink(url, '/', map)
      return wrong ? [inFile(file, { line, ...wrong })] : []
    })
  })
}

/** The links of a mail; of one that cannot be read the definitions say so. */
function linksOf(text: string) {
  try {
    return readArticle(text, 'md').links
  } catch (error) {
    if (error instanceof UnreadableArticle) return []
    throw error
  }
}

/** Images of other hosts are theirs to keep, and computed addresses are the build's to check. */
function imageExists({ url, isTag }: ImageReference, { root, article }: { root: string; article: ReadArticle }) {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return true
  const path = decoded(url.replace(/[?#].*$/, ''))
  if (path === '') return false
  if (path.startsWith('/')) return existsSync(join(root, 'site/public', path))
  const { locale, id } = article.address
  return existsSync(
    isTag ? join(root, 'site/public', articleUrl(locale, id), path) : join(root, dirname(article.file), path),
  )
}

/** A finding in one of the files. */
export function inFile(file: string, { severity = 'error', ...finding }: Finding): ContentProblem {
  return { file, path: '', ...finding, severity }
}

import { parseExplained } from '../../api/definitions/parse-explained.ts'
import { Article } from '../../content/schema.ts'
import type { ArticleSource, ImageReference } from './read-article.ts'
import { judgeLink, noSuchArticle } from './site-map.ts'
import type { SiteMap } from './site-map.ts'

/**
 * How bad it is: `fatal` cannot be built; an `error` fails the check and a build only warns of it; a `warning` is worth
 * a thought but breaks nothing.
 */
export type Severity = 'fatal' | 'error' | 'warning'

/** Something to correct in a file, on one of its lines. */
export interface Finding {
  line: number
  detail: string
  remedy: string
  /** An error where it is not said. */
  severity?: Severity
}

/** Characters of a title that a search result shows in full. */
const titleLength = 65

/** Where an article stands and what is around it. */
export interface Surroundings {
  /** The path of its page. */
  page: string
  map: SiteMap
  /** Whether the file exists that an image of the article names. */
  imageExists: (image: ImageReference) => boolean
  /** The path of an article's page by its id, in the same language. */
  urlOf: (id: string) => string
}

/** Checks one article. Pure: what is around it is given. */
export function checkArticle(article: ArticleSource, around: Surroundings): Finding[] {
  return [
    ...checkFrontMatter(article, around),
    ...checkHeadings(article),
    ...checkImages(article, around),
    ...article.links.flatMap(({ url, line }) => {
      const wrong = judgeLink(url, around.page, around.map)
      return wrong ? [{ line, ...wrong }] : []
    }),
  ].sort((a, b) => a.line - b.line)
}

function checkFrontMatter({ frontMatter, lineOf }: ArticleSource, around: Surroundings): Finding[] {
  const { value, wrong } = parseExplained(Article, frontMatter ?? {})
  if (value === null) {
    return wrong.map(({ path, detail, remedy }): Finding => {
      const found = { line: lineOf(path), severity: 'fatal' } as const
      if (path.length === 0 || (path[0] === 'title' && !isWritten(frontMatter, 'title'))) {
        return { ...found, detail: 'The article has no title.', remedy: 'Add `title: …` to its front matter.' }
      }
      if (path[0] === 'title') return { ...found, detail, remedy }
      return { ...found, detail, remedy: 'Correct it or leave it out: only the title is required.' }
    })
  }
  const { title, related = [] } = value
  const tooLong: Finding = {
    line: lineOf(['title']),
    detail: `The title has ${title.length} characters and search results cut it off after ${titleLength}.`,
    remedy: 'Say it in fewer words.',
    severity: 'warning',
  }
  const dead = related
    .map((id, index) => ({ id, line: lineOf(['related', index]) }))
    .filter(({ id }) => !around.map.paths.has(around.urlOf(id)))
    .map(({ id, line }) => ({ line, ...noSuchArticle(id, around.map) }))
  return [...(title.length > titleLength ? [tooLong] : []), ...dead]
}

/** Whether a field has a value, be it a wrong one. */
function isWritten(frontMatter: unknown, field: string): boolean {
  const value = (frontMatter as Record<string, unknown> | null)?.[field]
  return value !== undefined && value !== null && value !== ''
}

function checkHeadings({ headings }: ArticleSource): Finding[] {
  return headings.flatMap(({ depth, text, line, isTaken }, index) => {
    const above = headings[index - 1]?.depth ?? 1
    if (depth === 1) {
      return [
        { line, detail: `“${text}” is a second title.`, remedy: 'Begin it with ##: the title is in the front matter.' },
      ]
    }
    if (isTaken) {
      return [{ line, detail: `“${text}” has the name of a heading before it.`, remedy: 'Give it another `{#name}`.' }]
    }
    if (depth <= Math.max(above, 1) + 1) return []
    return [{ line, detail: `“${text}” skips a level of headings.`, remedy: `Begin it with ${'#'.repeat(above + 1)}.` }]
  })
}

function checkImages({ images }: ArticleSource, { imageExists }: Surroundings): Finding[] {
  return images.flatMap((image) => {
    const { url, alt, line } = image
    const foreign: Finding = {
      line,
      detail: `The image ${url} is on another host, and pages load nothing from others.`,
      remedy: 'Save it beside the article: `![what it shows](./images/…)`.',
    }
    const silent: Finding = {
      line,
      detail: `The image ${url} has no alternative text.`,
      remedy: 'Say what it shows: `![what it shows](…)`.',
    }
    const missing: Finding = {
      line,
      detail: `The image ${url} does not exist.`,
      remedy: image.isTag ? 'Write it as `![what it shows](./images/…)`.' : 'Correct its path or add the file.',
      // The build brings along what Markdown names by a path of its own; what is in site/public it never looks for.
      severity: image.isTag || url.startsWith('/') ? 'error' : 'fatal',
    }
    const where = /^(https?:)?\/\//i.test(url) ? [foreign] : imageExists(image) ? [] : [missing]
    return [...(alt === null ? [silent] : []), ...where]
  })
}

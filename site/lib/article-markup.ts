import { addressOf, defaultLocale } from '../../content/article-address.ts'
import { textsFor } from '../i18n/texts-for.ts'
import { callouts } from '../markup/callouts.ts'
import { code } from '../markup/code.ts'
import type { MarkupPlugin } from '../markup/element.ts'
import { headings } from '../markup/headings.ts'
import { cells, tables } from '../markup/tables.ts'
import { videos } from '../markup/videos.ts'

/** The language of an article, by where its file lies. */
function localeOf(file: URL | undefined): string {
  const [, path = ''] = decodeURIComponent(file?.pathname ?? '').split('/content/articles/')
  return addressOf(path)?.locale ?? defaultLocale
}

/** What one article gets beyond Markdown, in its own language. */
export function articleMarkup({ fileURL }: { fileURL?: URL | undefined }): MarkupPlugin {
  const { article } = textsFor(localeOf(fileURL))
  return {
    name: 'article-markup',
    element: [tables, cells, callouts(article.callouts), headings(article.linkTo), code, videos(article.video)],
  }
}

import { addressOf, defaultLocale } from '../../content/article-address.ts'
import { textsFor } from '../i18n/texts-for.ts'
import { callouts } from '../markup/callouts.ts'
import { code } from '../markup/code.ts'
import type { MarkupPlugin } from '../markup/element.ts'
import { headings } from '../markup/headings.ts'
import { links } from '../markup/links.ts'
import { cells, tables } from '../markup/tables.ts'
import { videos } from '../markup/videos.ts'

/** Where the file of an article lies below the folder of all. */
function pathOf(file: URL | undefined): string {
  const [, path = ''] = decodeURIComponent(file?.pathname ?? '').split('/content/articles/')
  return path
}

/** What one article gets beyond Markdown, in its own language. */
export function articleMarkup({ fileURL }: { fileURL?: URL | undefined }): MarkupPlugin {
  const path = pathOf(fileURL)
  const { article } = textsFor(addressOf(path)?.locale ?? defaultLocale)
  return {
    name: 'article-markup',
    element: [
      tables,
      cells,
      callouts(article.callouts),
      headings(article.linkTo),
      code,
      links(path),
      videos(article.video),
    ],
  }
}

import { expect, test } from 'vitest'
import { addressOf, homeOf, pathOf } from '../../scripts/content/article-address.ts'
import { parseArticlePath } from '../../site/lib/article-path.ts'
import { articleUrl, categoryUrl, homeUrl } from '../../site/lib/urls.ts'

const files = [
  'en/planning/book-lesson.md',
  'en/Getting Started/First Lesson.mdx',
  'fr/facturation/QR-facture à l’école.md',
  'pt-BR/planning/deeper/still/page.md',
  'en/faq/c++_&_c#.md',
]

test.each(files)('the check and the site agree on where %s is found', (file) => {
  const { locale, category, slug } = parseArticlePath(file)
  const id = `${category}/${slug}`
  expect(addressOf(file)).toEqual({ locale, category, id })
  expect(pathOf(locale, id)).toBe(articleUrl(locale, id))
  expect(pathOf(locale, category)).toBe(categoryUrl(locale, category))
  expect(homeOf(locale)).toBe(homeUrl(locale))
})

test.each(['en/lost.md', 'images/planning/a.md'])('the check and the site both refuse %s', (file) => {
  expect(() => parseArticlePath(file)).toThrow()
  expect(addressOf(file)).toBeNull()
})

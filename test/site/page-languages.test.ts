import { expect, test } from 'vitest'
import { arrangeLibraries } from '../../site/lib/library.ts'
import { languagesOfArticle, languagesOfCategory } from '../../site/lib/page-languages.ts'
import { makeArticle } from './make-article.ts'

const libraries = arrangeLibraries(
  [
    makeArticle('planning/book', 'Book'),
    makeArticle('support/contact', 'Contact'),
    makeArticle('planning/book', 'Buchen', { locale: 'de' }),
    makeArticle('planning/ferien', 'Ferien', { locale: 'de' }),
    makeArticle('recht/bussen', 'Bussen', { locale: 'de' }),
  ],
  [],
)

test('an article is the same article in every language, which says where it is none of its own', () => {
  expect(languagesOfArticle(libraries, 'planning/book')).toEqual([
    { locale: 'en', url: '/help/planning/book/', standsIn: false },
    { locale: 'de', url: '/de/help/planning/book/', standsIn: false },
  ])
  expect(languagesOfArticle(libraries, 'support/contact')[1]).toEqual({
    locale: 'de',
    url: '/de/help/support/contact/',
    standsIn: true,
  })
})

test('an article that exists in a translation only leads to its topic elsewhere, or home', () => {
  const elsewhere = (id: string) => languagesOfArticle(libraries, id)[0]
  expect(elsewhere('planning/ferien')).toEqual({ locale: 'en', url: '/help/planning/', standsIn: true })
  expect(elsewhere('recht/bussen')).toEqual({ locale: 'en', url: '/', standsIn: true })
})

test('a topic is translated where anything in it is', () => {
  const known = (id: string) => languagesOfCategory(libraries, id).map(({ url, standsIn }) => [url, standsIn])
  expect(known('planning')).toEqual([
    ['/help/planning/', false],
    ['/de/help/planning/', false],
  ])
  expect(known('support')).toEqual([
    ['/help/support/', false],
    ['/de/help/support/', true],
  ])
  expect(known('recht')).toEqual([
    ['/', true],
    ['/de/help/recht/', false],
  ])
})

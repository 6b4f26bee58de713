import { expect, test } from 'vitest'
import {
  addressOf,
  addressOfLink,
  articleAt,
  articleUrl,
  categoryUrl,
  homeUrl,
  searchUrl,
  slugOf,
} from '../../content/article-address.ts'

test.each([
  ['en/planning/book-lesson.mdx', { locale: 'en', category: 'planning', id: 'planning/book-lesson' }],
  ['pt-BR/planning/lessons/book.md', { locale: 'pt-BR', category: 'planning', id: 'planning/lessons/book' }],
  ['en/FAQ & more/What is a “QR-bill”?.md', { locale: 'en', category: 'faq-more', id: 'faq-more/what-is-a-qr-bill' }],
  ['fr/leçons/Réserver une leçon.md', { locale: 'fr', category: 'leçons', id: 'leçons/réserver-une-leçon' }],
])('the address of %s is made of its folders and its name', (file, address) => {
  expect(addressOf(file)).toEqual(address)
})

test.each(['en/lost.md', 'images/planning/a.md', 'EN/planning/a.md'])('%s has no address', (file) => {
  expect(addressOf(file)).toBeNull()
})

test.each([
  ['/help/planning/book-lesson/', { locale: 'en', id: 'planning/book-lesson' }],
  ['/fr/help/planning/lessons/book?q=1#how', { locale: 'fr', id: 'planning/lessons/book' }],
  ['https://help.example.com/help/le%C3%A7ons/r%C3%A9server/', { locale: 'en', id: 'leçons/réserver' }],
  ['/help/a/100%/', { locale: 'en', id: 'a/100%' }],
])('%s leads to its article', (address, article) => {
  expect(articleAt(address)).toEqual(article)
})

test.each(['/', '/help/', '/help/planning/', '/search/?q=/help/a/b/', '/console/help/a/b/', 'planning/book-lesson'])(
  '%s leads to no article',
  (address) => expect(articleAt(address)).toBeNull(),
)

test('a name is the same in a URL however its accents are stored', () => {
  expect(slugOf('Élève'.normalize('NFD'))).toBe('élève'.normalize('NFC'))
})

test('the default language has no folder of its own, the others have', () => {
  expect([homeUrl('en'), searchUrl('en')]).toEqual(['/', '/search/'])
  expect([homeUrl('fr'), searchUrl('fr')]).toEqual(['/fr/', '/fr/search/'])
  expect([categoryUrl('fr', 'planning'), articleUrl('fr', 'planning/book')]).toEqual([
    '/fr/help/planning/',
    '/fr/help/planning/book/',
  ])
})

test.each([
  ['./cancel.md', '/help/account/cancel/'],
  ['cancel.md#refund', '/help/account/cancel/#refund'],
  ['../planning/Book%20a%20lesson.mdx?x', '/help/planning/book-a-lesson/?x'],
  ['../../fr/account/cancel.md', '/fr/help/account/cancel/'],
  ['../../../other.md', null],
  ['https://example.com/readme.md', null],
  ['/help/account/cancel.md', null],
  ['./cancel/', null],
  ['#refund', null],
  ['', null],
])('a link to a file, %s, means %s', (link, address) => {
  expect(addressOfLink(link, 'en/account/change plan.md')).toBe(address)
})

import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkArticles } from '../../scripts/content/check-content.ts'
import { newArticle } from '../../scripts/content/new-article.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A project with one category. */
function project() {
  const root = temporaryFolder()
  mkdirSync(join(root, 'content/articles/en/planning'), { recursive: true })
  return root
}

test.each([
  [{ title: 'Book a lesson' }, 'en/planning/book-a-lesson.md'],
  [{ title: 'Élève: à l’heure?' }, 'en/planning/eleve-a-l-heure.md'],
  [{ title: 'Réserver', locale: 'fr', slug: 'book-a-lesson' }, 'fr/planning/book-a-lesson.md'],
])('a new article can be published as it is: %j', (given, path) => {
  const root = project()
  expect(newArticle({ root, category: 'planning', ...given })).toBe(`content/articles/${path}`)
  expect(readFileSync(join(root, 'content/articles', path), 'utf8')).toContain(given.title)
  expect(checkArticles({ root })).toEqual([])
})

test('an article that is there already is not overwritten', () => {
  const root = project()
  const path = newArticle({ root, title: 'Book', category: 'planning' })
  const before = readFileSync(join(root, path), 'utf8')
  expect(() => newArticle({ root, title: 'Book!', category: 'planning' })).toThrow(`${path} is there already.`)
  expect(readFileSync(join(root, path), 'utf8')).toBe(before)
})

test.each([
  [{ category: 'planing' }, 'There is no category “planing”. There are planning.'],
  [{ category: '../planning' }, 'There is no category'],
  [{ title: '  ' }, 'An article needs a title'],
  [{ title: '?!' }, 'Give one: --slug'],
  [{ locale: 'french' }, '“french” is no language tag.'],
])('what cannot be says what to give instead: %j', (given, told) => {
  const root = project()
  expect(() => newArticle({ root, title: 'Book', category: 'planning', ...given })).toThrow(told)
})

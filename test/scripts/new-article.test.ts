import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkArticles } from '../../scripts/content/check-content.ts'
import { newArticle } from '../../scripts/content/new-article.ts'
import { readArticle } from '../../scripts/content/read-article.ts'
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

test('a translation begins as its original, with the pictures of that', () => {
  const root = project()
  const original = join(root, 'content/articles/en/planning')
  mkdirSync(join(original, 'images'))
  writeFileSync(join(original, 'images/week.svg'), '<svg xmlns="http://www.w3.org/2000/svg" />')
  const front = 'title: Book a lesson\ndescription: How a lesson comes into the week.\norder: 3\nkeywords: [reserve]'
  const text = '\nOpen the week.\n\n## Choose a time\n\n![The week](./images/week.svg)\n'
  writeFileSync(join(original, 'book-a-lesson.mdx'), `---\n${front}\n---\n${text}`)
  const path = newArticle({ root, title: 'Réserver', category: 'planning', locale: 'fr', slug: 'book-a-lesson' })
  expect(path).toBe('content/articles/fr/planning/book-a-lesson.mdx')
  const { frontMatter, body } = readArticle(readFileSync(join(root, path), 'utf8'), 'mdx')
  const description = 'How a lesson comes into the week.'
  expect(frontMatter).toEqual({ title: 'Réserver', description, order: 3, keywords: ['reserve'] })
  expect(body).toBe(`\n${text.replace('./', '../../en/planning/')}`)
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

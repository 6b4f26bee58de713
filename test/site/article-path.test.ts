import { describe, expect, it } from 'vitest'
import { parseArticlePath, titleOfFolder } from '../../site/lib/article-path.ts'

describe('parseArticlePath', () => {
  it('reads language, category and slug from where a file lies', () => {
    expect(parseArticlePath('en/planning/book-lesson.mdx')).toEqual({
      locale: 'en',
      category: 'planning',
      slug: 'book-lesson',
    })
  })

  it('keeps folders below the category in the slug', () => {
    expect(parseArticlePath('pt-BR/planning/lessons/book.md')).toEqual({
      locale: 'pt-BR',
      category: 'planning',
      slug: 'lessons/book',
    })
  })

  it('turns any file name into one that can stand in a URL', () => {
    expect(parseArticlePath('en/FAQ & more/What is a “QR-bill”?.md')).toMatchObject({
      category: 'faq-more',
      slug: 'what-is-a-qr-bill',
    })
    expect(parseArticlePath('fr/leçons/Réserver une leçon.md').slug).toBe('réserver-une-leçon')
  })

  it('says where an article without a category belongs', () => {
    expect(() => parseArticlePath('en/welcome.md')).toThrow(
      'content/articles/en/welcome.md: an article lies in a category. Move it to a folder, for example content/articles/en/getting-started/.',
    )
  })

  it('refuses a folder that is no language', () => {
    expect(() => parseArticlePath('planning/lessons/book.md')).toThrow('“planning” is no language tag')
  })
})

describe('titleOfFolder', () => {
  it('makes a title of a folder without metadata', () => {
    expect(titleOfFolder('first-steps')).toBe('First steps')
  })
})

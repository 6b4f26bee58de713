import { describe, expect, it } from 'vitest'
import { parseArticlePath, titleOfFolder } from '../../site/lib/article-path.ts'

describe('parseArticlePath', () => {
  it('reads language, category and id from where a file lies', () => {
    expect(parseArticlePath('en/planning/book-lesson.mdx')).toEqual({
      locale: 'en',
      category: 'planning',
      id: 'planning/book-lesson',
    })
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

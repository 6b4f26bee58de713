import { describe, expect, it } from 'vitest'
import { arrangeLibraries, articlesAround, neighboursOf, writtenShelves } from '../../site/lib/library.ts'
import { makeArticle } from './make-article.ts'

describe('arrangeLibraries', () => {
  it('makes a category of a folder without metadata', () => {
    const library = arrangeLibraries([makeArticle('first-steps/hello', 'Hello')], []).get('en')
    expect(library?.categories).toMatchObject([{ id: 'first-steps', title: 'First steps' }])
  })

  it('names a category after its folder where its metadata leaves the title out', () => {
    const metadata = [{ locale: 'en', id: 'first-steps', order: 3 }]
    const library = arrangeLibraries([makeArticle('first-steps/hello', 'Hello')], metadata).get('en')
    expect(library?.categories).toMatchObject([{ title: 'First steps', order: 3 }])
  })

  it('sorts by order and then by title, so that numbers read naturally', () => {
    const library = arrangeLibraries(
      [
        makeArticle('b/ten', 'Part 10'),
        makeArticle('b/two', 'Part 2'),
        makeArticle('b/first', 'Zebra', { order: 1 }),
        makeArticle('a/only', 'Only'),
      ],
      [{ locale: 'en', id: 'b', title: 'B', order: 1 }],
    ).get('en')
    expect(library?.categories.map((category) => category.id)).toEqual(['b', 'a'])
    expect(library?.categories[0]?.articles.map((article) => article.id)).toEqual(['b/first', 'b/two', 'b/ten'])
  })

  it('shows in the default language what another one lacks', () => {
    const articles = [
      makeArticle('a/x', 'Book'),
      makeArticle('a/y', 'Move', { order: 1 }),
      makeArticle('b/z', 'Pay'),
      makeArticle('a/x', 'Buchen', { locale: 'de' }),
    ]
    const metadata = [{ locale: 'en', id: 'b', title: 'Money', description: 'All of it.', order: 1, icon: 'receipt' }]
    const libraries = arrangeLibraries(articles, metadata)
    expect([...libraries.keys()]).toEqual(['en', 'de'])
    const german = libraries.get('de')
    expect(german?.categories).toMatchObject([
      { id: 'b', locale: 'en', title: 'Money', description: 'All of it.', icon: 'receipt' },
      {
        id: 'a',
        locale: 'de',
        articles: [
          { locale: 'en', title: 'Move' },
          { locale: 'de', title: 'Buchen' },
        ],
      },
    ])
    expect([...(german?.articles.keys() ?? [])].sort()).toEqual(['a/x', 'a/y', 'b/z'])
    expect(german && writtenShelves(german)).toMatchObject([{ id: 'a', articles: [{ title: 'Buchen' }] }])
  })

  it('takes place and icon of a topic from the original where a translation gives a title only', () => {
    const libraries = arrangeLibraries(
      [makeArticle('a/x', 'Book'), makeArticle('a/x', 'Buchen', { locale: 'de' })],
      [
        { locale: 'en', id: 'a', title: 'Planning', description: 'Lessons.', order: 2, icon: 'calendar' },
        { locale: 'de', id: 'a', title: 'Planung' },
      ],
    )
    expect(libraries.get('de')?.categories).toMatchObject([
      { locale: 'de', title: 'Planung', description: undefined, order: 2, icon: 'calendar' },
    ])
  })

  it('has the default language even without an article', () => {
    expect(arrangeLibraries([], []).get('en')).toMatchObject({ categories: [] })
  })

  it('keeps languages apart', () => {
    const libraries = arrangeLibraries(
      [makeArticle('a/x', 'English'), makeArticle('a/x', 'Français', { locale: 'fr' })],
      [{ locale: 'fr', id: 'a', title: 'Thème' }],
    )
    expect([...libraries.keys()]).toEqual(['en', 'fr'])
    expect(libraries.get('en')?.categories[0]?.title).toBe('A')
    expect(libraries.get('fr')?.categories[0]).toMatchObject({ title: 'Thème', articles: [{ title: 'Français' }] })
  })
})

describe('neighboursOf', () => {
  const articles = [makeArticle('a/1', 'One'), makeArticle('a/2', 'Two'), makeArticle('a/3', 'Three')]
  const shelf = { id: 'a', locale: 'en', title: 'A', articles }

  it('gives the articles before and after', () => {
    expect(neighboursOf(shelf, 'a/2')).toEqual({ previous: articles[0], next: articles[2] })
  })

  it('ends at both ends', () => {
    expect(neighboursOf(shelf, 'a/1').previous).toBeUndefined()
    expect(neighboursOf(shelf, 'a/3').next).toBeUndefined()
  })

  it('knows no neighbours of an article from elsewhere', () => {
    expect(neighboursOf(shelf, 'b/1')).toEqual({ previous: undefined, next: undefined })
  })
})

describe('articlesAround', () => {
  const articles = ['1', '2', '3', '4', '5', '6'].map((number) => makeArticle(`a/${number}`, number))
  const around = (id: string, most: number): string =>
    articlesAround({ id: 'a', locale: 'en', title: 'A', articles }, id, most)
      .map((article) => article.title)
      .join('')

  it.each([
    ['a/1', 3, '123'],
    ['a/4', 3, '345'],
    ['a/6', 3, '456'],
    ['a/2', 10, '123456'],
    ['b/1', 2, '12'],
  ])('shows around %s at most %i articles: %s', (id, most, expected) => {
    expect(around(id, most)).toBe(expected)
  })
})

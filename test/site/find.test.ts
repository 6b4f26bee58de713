import { describe, expect, it } from 'vitest'
import type { Engine } from '../../site/search/engine.ts'
import { find } from '../../site/search/find.ts'

const articles: Record<string, string> = {
  import: 'import students from a spreadsheet',
  book: 'book a lesson with a student',
  conflict: 'a lesson collides with a lesson',
  vehicle: 'a lesson needs a vehicle',
}

/** Finds articles that contain every word, as Pagefind does. */
const engine: Engine = {
  search: (query) =>
    Promise.resolve(
      Object.entries(articles)
        .filter(([, text]) =>
          query
            .toLowerCase()
            .split(' ')
            .every((word) => text.includes(word)),
        )
        .map(([id]) => ({
          id,
          score: 1,
          load: () => Promise.resolve({ url: id, title: id, category: undefined, excerpt: [] }),
        })),
    ),
}

const idsOf = async (query: string): Promise<string[]> => (await find(engine, query)).matches.map(({ id }) => id)

describe('find', () => {
  it('gives articles with all the words and says so', async () => {
    expect(await find(engine, 'book lesson')).toMatchObject({ relaxed: false, matches: [{ id: 'book' }] })
  })

  it('takes articles with some of the words when none has all, and says so', async () => {
    expect((await find(engine, 'import lesson')).relaxed).toBe(true)
  })

  it('lets a rare word count more than a frequent one', async () => {
    expect((await idsOf('spreadsheet lesson'))[0]).toBe('import')
  })

  it('puts an article with more of the words first', async () => {
    expect((await idsOf('lesson vehicle xylophone'))[0]).toBe('vehicle')
  })

  it('finds nothing for a single word that no article has', async () => {
    expect(await find(engine, 'xylophone')).toEqual({ matches: [], relaxed: false })
  })
})

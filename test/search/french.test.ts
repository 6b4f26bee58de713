import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { judgeRanks, type LabelledQuery } from '../bench/search/judge-ranks.ts'
import { searchIn, shippedArticles } from './make-library.ts'

const queries = JSON.parse(readFileSync(join(import.meta.dirname, 'french-queries.json'), 'utf8')) as LabelledQuery[]

test('French questions, with slips and without accents, find their articles among the first three', async () => {
  const { search } = await searchIn(shippedArticles('fr'), { locale: 'fr' })
  const found: string[][] = []
  for (const { q } of queries) found.push((await search.find(q)).hits.map(({ id }) => id))
  const { first, firstThree } = judgeRanks(queries, found)
  expect(queries.length).toBeGreaterThanOrEqual(40)
  expect(firstThree.value).toBeGreaterThanOrEqual(0.95)
  expect(first.value).toBeGreaterThanOrEqual(0.8)
})

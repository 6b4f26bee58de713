import { expect, test } from 'vitest'
import type { ExcerptPart } from '../../search/query/excerpt.ts'
import { searchIn, sourceArticle } from './make-library.ts'

const article = sourceArticle('Payments', '', {
  description: 'How money reaches you.',
  sections: [
    { id: '', heading: '', text: 'Customers pay by bank. Nothing else is needed for the first payment of a student.' },
    {
      id: 'refunds',
      heading: 'Give money back',
      text: 'Open the payment. Choose Refund, and say how much. The bank of the customer needs two days until the amount is on the account, and on a weekend it needs a little longer than that, as banks do. Then it is done.',
    },
  ],
})

const written = (parts: readonly ExcerptPart[]) =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

async function excerptFor(query: string) {
  const { search } = await searchIn([article, sourceArticle('Something else', 'Quite another matter.')])
  const { hits, marks } = await search.find(query)
  const { parts, ...place } = await search.excerpt(hits[0]!, marks)
  return { ...place, text: written(parts) }
}

test('an excerpt is from the section that answers, with the words that were searched for marked', async () => {
  expect(await excerptFor('refunds by bank')).toEqual({
    heading: 'Give money back',
    id: 'refunds',
    text: expect.stringMatching(/^Choose \[Refund\], and say how much\. The \[bank\] of the customer .* …$/),
  })
})

test('an excerpt within a sentence says that it begins and ends there', async () => {
  const { text } = await excerptFor('weekend')
  expect(text).toMatch(/^… .*\[weekend\].* Then it is done\.$/)
})

test('where the description says as much, it is the excerpt', async () => {
  expect(await excerptFor('reaches')).toEqual({ heading: '', id: '', text: 'How money [reaches] you.' })
  expect(await excerptFor('payments')).toMatchObject({ text: expect.stringContaining('[payment]') })
})

test('items and cells are told apart in an excerpt, sentences are as they were', async () => {
  const text = 'Cars\n45 minutes\nLorries\nUp to 7.5 tonnes.\nAsk us.'
  const { search } = await searchIn([sourceArticle('Vehicles', '', { sections: [{ id: '', heading: '', text }] })])
  const { hits, marks } = await search.find('lorries')
  const { parts } = await search.excerpt(hits[0]!, marks)
  expect(written(parts)).toBe('[Lorries] · Up to 7.5 tonnes. Ask us.')
})

test('an article without any text has an empty excerpt', async () => {
  const { search } = await searchIn([sourceArticle('Empty')])
  const { hits, marks } = await search.find('empty')
  expect(await search.excerpt(hits[0]!, marks)).toEqual({ heading: '', id: '', parts: [] })
})

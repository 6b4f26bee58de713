import { describe, expect, it } from 'vitest'
import { relateArticles } from '../../site/lib/related-articles.ts'
import { makeArticle } from './make-article.ts'

const send = makeArticle('invoicing/send', 'Send an invoice', { description: 'Mail a QR invoice to a student.' })
const record = makeArticle('invoicing/record', 'Record a payment', { keywords: ['invoice', 'paid'] })
const book = makeArticle('planning/book', 'Book a lesson', { description: 'Find a time for a student.' })
const login = makeArticle('account/login', 'You cannot sign in')
const all = [send, record, book, login]

describe('relateArticles', () => {
  it('puts the articles first that share the most telling words', () => {
    expect(relateArticles(all)(send).map((article) => article.id)).toEqual(['invoicing/record', 'planning/book'])
  })

  it('offers nothing rather than something unrelated', () => {
    expect(relateArticles(all)(login)).toEqual([])
  })

  it('takes the articles that the author names, in their order, and skips unknown ones', () => {
    const chosen = makeArticle('a/b', 'Send', { related: ['account/login', 'gone/away', 'planning/book'] })
    expect(relateArticles([...all, chosen])(chosen)).toEqual([login, book])
  })

  it('leaves out what the page links to anyway', () => {
    expect(relateArticles(all)(send, { except: ['invoicing/record'] })).toEqual([book])
  })

  it('looks past the words of a language that say nothing, and at a word in every form', () => {
    const french = (id: string, title: string) => makeArticle(id, title, { locale: 'fr' })
    const cancel = french('a/1', 'Annuler une leçon pour vous')
    const cancelled = french('a/2', 'Les annulations et vous')
    const others = [french('a/3', 'Imprimer pour vous'), french('a/4', 'Payer'), french('a/5', 'Partir')]
    expect(relateArticles([cancel, cancelled, ...others])(cancel)).toEqual([cancelled])
  })

  it('gives no weight to a word that every article has', () => {
    const pair = [makeArticle('a/1', 'Roadbook lessons'), makeArticle('a/2', 'Roadbook invoices')] as const
    expect(relateArticles(pair)(pair[0])).toEqual([])
  })

  it('gives at most as many as asked for', () => {
    const many = ['1', '2', '3', '4', '5'].map((number) => makeArticle(`a/${number}`, 'Import students'))
    const other = makeArticle('b/other', 'Something else')
    const [first] = many
    expect(first && relateArticles([...many, other])(first, { limit: 2 })).toHaveLength(2)
  })
})

import { describe, expect, it } from 'vitest'
import { fill, fillPlural } from '../../site/i18n/fill.ts'

describe('fill', () => {
  it('puts values into their places', () => {
    expect(fill('No result for “{query}”', { query: 'a {b} $& c' })).toBe('No result for “a {b} $& c”')
  })

  it('leaves a place without a value as it is', () => {
    expect(fill('Hello {name}', {})).toBe('Hello {name}')
  })
})

describe('fillPlural', () => {
  const forms = { one: '{count} article', other: '{count} articles' }

  it.each([
    ['en', 0, '0 articles'],
    ['en', 1, '1 article'],
    ['fr', 0, '0 article'],
    ['fr', 2, '2 articles'],
  ])('follows the plural rules of %s for %i', (locale, count, expected) => {
    expect(fillPlural(forms, { locale, count })).toBe(expected)
  })
})

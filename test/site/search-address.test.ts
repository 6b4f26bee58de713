import { expect, test } from 'vitest'
import { addressOf, readAddress, typedIn } from '../../site/search/search-address.ts'

test.each([
  ['', { query: '', topic: '', exact: false }],
  ['?q=+', { query: '', topic: '', exact: false }],
  ['?q=two+lessons', { query: 'two lessons', topic: '', exact: false }],
  ['?q=c%C2%A0%26%E2%80%AFa&topic=planning&exact', { query: 'c & a', topic: 'planning', exact: true }],
])('an address says what is searched for, and comes out of it again: %s', (search, asked) => {
  expect(readAddress(search)).toEqual(asked)
  expect(readAddress(addressOf(asked))).toEqual(asked)
})

test('nothing asked is nothing in the address', () => {
  expect(addressOf({ query: ' ', topic: 'planning', exact: true })).toBe('')
})

test('what is pasted with spaces that do not break is typed with spaces', () => {
  expect(typedIn('qu’est-ce\u202f?\u00a0Un ')).toBe('qu’est-ce ? Un ')
})

test('half of a letter, as it comes with what is pasted, is asked for like any other', () => {
  const query = typedIn('lesson \ud83c')
  expect(readAddress(addressOf({ query, topic: '', exact: false })).query).toBe('lesson \ufffd')
})

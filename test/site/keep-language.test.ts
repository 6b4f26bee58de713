import { expect, test } from 'vitest'
import { keepLanguage } from '../../site/lib/keep-language.ts'

test.each([
  ['<a href="/help/planning/">', '<a href="/de/help/planning/">'],
  ['<a class="next" href="/help/a/b/#c">', '<a class="next" href="/de/help/a/b/#c">'],
  ['<a href="/help/a/b.md">', '<a href="/help/a/b.md">'],
  ['<a href="/fr/help/a/b/">', '<a href="/fr/help/a/b/">'],
  ['<a href="https://example.com/help/">', '<a href="https://example.com/help/">'],
  ['<a href="/helpers/">', '<a href="/helpers/">'],
  ['<code>href="/help/"</code>', '<code>href="/help/"</code>'],
])('a link stays in the language of the reader where it leads to a help page: %s', (html, expected) => {
  expect(keepLanguage(html, 'de')).toBe(expected)
})

import { expect, test } from 'vitest'
import { lightenPage } from '../../scripts/site/lighten-page.ts'

const link = (name: string) => `<link rel="stylesheet" href="/_astro/${name}.css">`
const body = `<body><template>${link('later')}</template></body>`

test('the stylesheets of a page become one, whose name follows from theirs, and what is loaded later stays', () => {
  const { html, merged } = lightenPage(`<head>${link('a.1')}<title>A</title>${link('b.2')}</head>${body}`)
  expect(merged?.parts).toEqual(['/_astro/a.1.css', '/_astro/b.2.css'])
  expect(html).toBe(`<head><link rel="stylesheet" href="${merged?.href}"><title>A</title></head>${body}`)
  expect(lightenPage(`<head>${link('a.1')}${link('b.3')}</head>${body}`).merged?.href).not.toBe(merged?.href)
  expect(lightenPage(`<head>${link('a.1')}</head>${body}`)).toEqual({ html: `<head>${link('a.1')}</head>${body}` })
})

test('what only the search index reads is taken from tags, and from nothing that is read', () => {
  const { html } = lightenPage(
    '<head></head><article data-pagefind-body data-pagefind-meta="title[data-title]" data-title="a > b" data-category="c">' +
      '<h1 data-pagefind-ignore class="x">A</h1><p>&lt;p data-pagefind-body data-title="x"></p><td data-title="kept"></td></article>',
  )
  expect(html).toBe(
    '<head></head><article><h1 class="x">A</h1><p>&lt;p data-pagefind-body data-title="x"></p><td data-title="kept"></td></article>',
  )
})

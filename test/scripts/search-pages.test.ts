import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPage } from '../../scripts/search/read-page.ts'
import { beginIndexes } from '../../scripts/search/begin-indexes.ts'
import { openSearch } from '../../search/query/open-search.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const page = (locale: string, id: string, title: string) => `<!doctype html><html><body>
<nav><a href="/">Not this</a></nav><div data-article="${id}" data-locale="${locale}">
<article data-pagefind-body data-title="${title}" data-category="Tips &amp; tricks" data-keywords="one, two words">
<h1 data-pagefind-ignore>${title}</h1><p class="lead">In short: 5 &lt; 6.</p>
<nav data-pagefind-ignore><ul><li><a href="#a">Not <b>this</b></a></li></ul></nav>
<div class="prose"><p>Before.</p><h2 id="a">A <code>heading</code></h2>
<table><tr><td>left</td><td>right</td></tr></table><p>so<em>me</em>thing<br>else <img alt="a > b" src="x.png"></p>
<!-- not this --><script>not("this")</script><h3>Deeper</h3><pre><code>ser_open()</code></pre></div></article>
<p>Not this</p></div></body></html>`

test('an article is read from its page, section by section', () => {
  expect(readPage(page('en', 'tips/first', 'First &#38; best'))).toEqual({
    locale: 'en',
    article: {
      id: 'tips/first',
      title: 'First & best',
      category: 'Tips & tricks',
      keywords: ['one', 'two words'],
      description: 'In short: 5 < 6.',
      sections: [
        { id: '', heading: '', text: 'Before.' },
        { id: 'a', heading: 'A heading', text: 'left\nright\nsomething\nelse' },
        { id: '', heading: 'Deeper', text: 'ser_open()' },
      ],
    },
  })
  const standIn = page('de', 'tips/first', 'First').replace('<article', '<article lang="en"')
  expect(readPage(standIn)?.article).toMatchObject({ id: 'tips/first', isUntranslated: true })
  expect(readPage('<html><body><h1>No article</h1></body></html>')).toBeNull()
})

test('what newcomers read first is known in its order, wherever its pages come', async () => {
  const site = temporaryFolder()
  const indexes = beginIndexes(site)
  const pages = [page('en', 'tips/c', 'C'), page('en', 'tips/b', 'B'), page('en', 'tips/a', 'A')]
  const first = (html: string, place: number) => html.replace('data-keywords', `data-first="${place}" data-keywords`)
  for (const html of [pages[0] ?? '', first(pages[1] ?? '', 1), first(pages[2] ?? '', 0)]) {
    const read = readPage(html)
    if (read) indexes.add(read)
  }
  indexes.finish()
  const fetched = (path: string) => JSON.parse(readFileSync(join(site, 'search-index', path), 'utf8')) as unknown
  const search = await openSearch('en', async (path) => fetched(path))
  expect(search.first.map(({ id }) => id)).toEqual(['tips/a', 'tips/b'])
})

test('every language has an index of its own, in files whose names change with what is in them', async () => {
  const site = temporaryFolder()
  const index = (...htmls: string[]) => {
    const indexes = beginIndexes(site)
    for (const page of htmls.flatMap((html) => readPage(html) ?? [])) indexes.add(page)
    indexes.finish()
  }
  const french = page('fr', 'tips/first', 'Premier')
  index(page('en', 'tips/first', 'First'), french, '<h1>Topics</h1>')

  const indexes = join(site, 'search-index')
  const fetched = (path: string) => JSON.parse(readFileSync(join(indexes, path), 'utf8')) as unknown
  const search = await openSearch('fr', async (path) => fetched(path))
  expect((await search.find('premiers')).hits).toMatchObject([{ id: 'tips/first', category: 'Tips & tricks' }])

  expect(search.first).toEqual([])

  const [before] = readdirSync(join(indexes, 'en'))
  index(page('en', 'tips/first', 'Changed'), french)
  expect(readdirSync(join(indexes, 'en')).filter((name) => name !== before)).toHaveLength(1)
})

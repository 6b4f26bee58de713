import { satteri } from '@astrojs/markdown-satteri'
import { expect, test } from 'vitest'
import { articleMarkup } from '../../site/lib/article-markup.ts'
import { partsOf } from '../../site/lib/article-parts.ts'

const processor = satteri({ hastPlugins: [articleMarkup] })

/** The HTML of an article in a language. */
async function htmlOf(lines: string[], locale = 'en') {
  const renderer = await processor.createRenderer({ syntaxHighlight: false })
  const fileURL = new URL(`file:///project/content/articles/${locale}/planning/book.md`)
  const { code, metadata } = await renderer.render(lines.join('\n'), { fileURL, frontmatter: {} })
  return { html: code.replace(/\n+</g, '<'), headings: metadata.headings }
}

test.each(['note', 'tip', 'important', 'warning', 'caution'])('an alert of GitHub is a callout: %s', async (kind) => {
  const { html } = await htmlOf([`> [!${kind.toUpperCase()}]`, '> Some **words**.'])
  const name = kind.charAt(0).toUpperCase() + kind.slice(1)
  expect(html).toContain(`<blockquote class="callout callout-${kind}" role="note" aria-label="${name}">`)
  expect(html).toContain(`<p class="callout-title">${name}</p><p>Some <strong>words</strong>.</p></blockquote>`)
})

test('an alert is named in the language of its article, also where its mark stands alone', async () => {
  const { html } = await htmlOf(['> [!WARNING]', '>', '> Prudence.'], 'fr')
  expect(html).toContain('aria-label="Attention"><p class="callout-title">Attention</p><p>Prudence.</p>')
})

test('a blockquote that begins with the word of a callout is one, and any other says nothing of itself', async () => {
  const { html } = await htmlOf(['> **Tip:** Begin with five.', '', 'Text.', '', '> They said so. [!NOTE]'])
  expect(html).toContain(
    '<blockquote class="callout callout-tip" role="note" aria-label="Tip"><p><strong>Tip:</strong>',
  )
  expect(html).toContain('<blockquote class="callout callout-note"><p>They said so. [!NOTE]</p>')
})

test('a link to the file of an article leads to its page', async () => {
  const { html } = await htmlOf(['[Cancel](../account/cancel.md#refund), [others](https://example.com/a.md)'], 'fr')
  expect(html).toContain('<a href="/fr/help/account/cancel/#refund">')
  expect(html).toContain('<a href="https://example.com/a.md">')
})

test('a heading that ends with a name in braces has that name in its address', async () => {
  const { html, headings } = await htmlOf([
    '## What it *costs* {#costs}',
    '',
    '## Insert {first_name}',
    '',
    '## `{#x}`',
  ])
  expect(html).toContain('<h2 id="costs">What it <em>costs</em></h2><a class="anchor" href="#costs"')
  expect(html).toContain('<h2 id="insert-first_name">Insert {first_name}</h2>')
  expect(html).toContain('<h2 id="x"><code>{#x}</code></h2>')
  expect(headings.slice(0, 2)).toEqual([
    { depth: 2, slug: 'costs', text: 'What it costs' },
    { depth: 2, slug: 'insert-first_name', text: 'Insert {first_name}' },
  ])
})

test('a heading whose words are the written name of another has a number', async () => {
  const { html } = await htmlOf(['## Prices {#costs}', '', '## Costs'])
  expect([...html.matchAll(/id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['costs', 'costs-1'])
})

test('a heading has a link to itself that is no part of its name', async () => {
  const { html, headings } = await htmlOf(['## Book *it*', '', '### Book it', '', '# Title'])
  expect(html).toContain(
    '<div class="heading"><h2 id="book-it">Book <em>it</em></h2><a class="anchor" href="#book-it" aria-label="Link to “Book it”"></a></div>',
  )
  expect(html).toContain('href="#book-it-1"')
  expect(html).toContain('<h1 id="title">Title</h1>')
  expect(headings).toEqual([
    { depth: 2, slug: 'book-it', text: 'Book it' },
    { depth: 3, slug: 'book-it-1', text: 'Book it' },
    { depth: 1, slug: 'title', text: 'Title' },
  ])
})

test('a block of code says its language, if it has one', async () => {
  const { html } = await htmlOf(['```ts', 'const a = 1', '```', '', '```text', 'plain', '```', '', '    indented'])
  expect(html).toContain('<div class="code" data-language="ts"><pre tabindex="0"><code class="language-ts">')
  expect(html.match(/<div class="code"><pre tabindex="0">/g)).toHaveLength(2)
})

test('a link to a video that is alone in its paragraph is a box that loads nothing by itself', async () => {
  const { html } = await htmlOf(['[How to book](https://youtu.be/abc)', '', 'https://vimeo.com/1'])
  const [first = '', second = ''] = html.split('<div class="video">').slice(1)
  expect(first).toContain('<p><a href="https://youtu.be/abc">How to book</a></p>')
  expect(first).toContain('<button type="button" class="button" hidden>Play from youtube.com</button>')
  expect(first).toMatch(
    /<template><iframe src="https:\/\/www\.youtube-nocookie\.com\/embed\/abc\?autoplay=1" title="How to book"/,
  )
  expect(second).toContain('<a href="https://vimeo.com/1">Video</a>')
})

test('a video among words stays a link, and one of the help center plays at once', async () => {
  const { html } = await htmlOf(['See [this](https://youtu.be/abc).', '', '[Book](/videos/book.mp4)'])
  expect(html).toContain('<p>See <a href="https://youtu.be/abc">this</a>.</p>')
  expect(html).toContain('<video src="/videos/book.mp4" controls preload="metadata" aria-label="Book"></video>')
})

test.each([
  ['```\ncode\n```', 'code'],
  ['Text\n\n    indented', 'code'],
  ['> ~~~\n> code', 'code'],
  ['![A bill](./bill.svg)', 'pictures'],
  ['<div class="tabs">\n\n## One', 'tabs'],
  ['<details>', 'details'],
  ['[x](https://youtu.be/abc)', 'videos'],
  ['https://player.vimeo.com/video/1', 'videos'],
  ['[x](/a.mp4)', 'videos'],
  ['Words of `code` and [links](/help/).', undefined],
])('what %j needs of scripts and styles: %s', (source, part) => {
  const needed = Object.entries(partsOf(source)).flatMap(([name, isThere]) => (isThere ? [name] : []))
  expect(needed).toEqual(part ? [part] : [])
})

import { expect, test } from 'vitest'
import { writeChanges } from '../../../site/feeds/write-changes.ts'
import { writeLlms } from '../../../site/feeds/write-llms.ts'
import { writeMarkdown } from '../../../content/write-markdown.ts'
import { writeSitemap } from '../../../site/feeds/write-sitemap.ts'
import { en } from '../../../site/i18n/en.ts'
import { arrangeLibraries } from '../../../site/lib/library.ts'
import { makeArticle } from '../make-article.ts'

const origin = 'https://help.example'
const book = makeArticle('planning/book', 'Book <fast> & easy', {
  description: 'In "ten" seconds.',
  changedAt: new Date('2026-03-02T08:00:00Z'),
})
const move = makeArticle('planning/move', 'Move a lesson', { changedAt: new Date('2026-03-04T08:00:00Z') })
const draft = makeArticle('support/contact', 'Contact')
const reserver = { ...book, locale: 'fr', title: 'Réserver', changedAt: undefined }
const libraries = arrangeLibraries([book, move, draft, reserver], [])
const english = libraries.get('en')
if (!english) throw new Error('There are English articles.')

test('the sitemap names every page once in each language, with its translations and its last change', () => {
  const sitemap = writeSitemap(libraries, origin)
  const addresses = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)
  expect(addresses.toSorted()).toEqual(
    [
      ...['/', '/contact/', '/fr/contact/', '/help/', '/help/planning/', '/help/support/', '/help/support/contact/'],
      ...['/help/planning/book/', '/help/planning/move/', '/fr/', '/fr/help/', '/fr/help/planning/'],
      '/fr/help/planning/book/',
    ]
      .map((path) => origin + path)
      .toSorted(),
  )
  const entry = /<url><loc>https:\/\/help\.example\/help\/planning\/book\/.*/.exec(sitemap)?.[0]
  expect(entry).toContain('<lastmod>2026-03-02T08:00:00.000Z</lastmod>')
  expect(entry).toContain('hreflang="fr" href="https://help.example/fr/help/planning/book/"')
  expect(entry).toContain('hreflang="x-default" href="https://help.example/help/planning/book/"')
  expect(/.*\/help\/planning\/move\/.*/.exec(sitemap)?.[0]).not.toContain('hreflang')
})

test('the feed has the latest change first, as valid XML, and nothing whose date nobody knows', () => {
  const feed = writeChanges(english, { origin, texts: en })
  expect([...feed.matchAll(/<item><title>(.*?)<\/title>/g)].map(([, title]) => title)).toEqual([
    'Move a lesson',
    'Book &lt;fast&gt; &amp; easy',
  ])
  expect(feed).toContain('<pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>')
  expect(feed).toContain('<description>In &quot;ten&quot; seconds.</description>')
})

test('a change makes an article a new item of the feed', () => {
  const guid = (changedAt: Date) => {
    const [library] = arrangeLibraries([{ ...book, changedAt }], []).values()
    return library && /<guid.*?<\/guid>/.exec(writeChanges(library, { origin, texts: en }))?.[0]
  }
  expect(guid(new Date('2026-03-05'))).not.toBe(guid(new Date('2026-03-02')))
})

test('language models find every article in Markdown, under its category', () => {
  expect(writeLlms(english, { origin, texts: en })).toBe(`# Roadbook Help

> ${en.tagline}

## Planning

- [Book <fast> & easy](https://help.example/help/planning/book.md): In "ten" seconds.
- [Move a lesson](https://help.example/help/planning/move.md)

## Support

- [Contact](https://help.example/help/support/contact.md)
`)
})

test('an article in Markdown has its title, and words in the place of pictures and imports', () => {
  const body = `import Steps from './Steps.astro'

## Do it {#do}

Choose **Book**.

![The form](./images/form.svg)
`
  expect(writeMarkdown({ title: 'Book', description: 'In ten seconds.', body })).toBe(
    '# Book\n\n> In ten seconds.\n\n## Do it\n\nChoose **Book**.\n\n[The form]\n',
  )
})

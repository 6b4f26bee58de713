import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weighHelp } from '../../sdk/guide/weigh-help.ts'
import { copyArticle } from '../../sdk/help/copy-article.ts'
import type { SourceNode } from '../../sdk/help/copy-article.ts'
import { chosenFor, foundFor, wordsOfPage } from '../../sdk/help/suggest.ts'
import { unseenNews } from '../../sdk/help/unseen-news.ts'
import { words as de } from '../../sdk/help/words/help-de.ts'
import { words as es } from '../../sdk/help/words/help-es.ts'
import { words as fr } from '../../sdk/help/words/help-fr.ts'
import { words as en } from '../../sdk/help/words/help-words.ts'
import { contactTexts } from '../../site/contact/contact-texts.ts'
import { textsFor } from '../../site/i18n/texts-for.ts'
import { searchIn, shippedArticles } from '../search/make-library.ts'
import { makeAnnouncement, noHelp } from './make-state.ts'

interface Made {
  tag: string
  attributes: Record<string, unknown>
  inside: (Made | string)[]
}

/** A node as a document has it. */
const node = (localName: string, attributes: Record<string, string> = {}, inside: SourceNode[] = []): SourceNode => ({
  nodeType: 1,
  localName,
  childNodes: inside,
  textContent: inside.map(({ textContent }) => textContent ?? '').join(''),
  getAttribute: (name) => attributes[name] ?? null,
})
const text = (textContent: string): SourceNode => ({ nodeType: 3, textContent, childNodes: [] })

const copyFrom =
  (pictures: string, pages: string) =>
  (...nodes: SourceNode[]) =>
    copyArticle<Made & Node>(nodes, {
      make: (tag, attributes, ...inside) => ({ tag, attributes, inside }) as unknown as Made & Node,
      ...{ path: '/help/planning/conflicts/', pictures, pages },
      linkTo: ({ href }) => ({ href }),
    }) as (Made | string)[]
const copy = copyFrom('https://cairn.example.com', 'https://cairn.example.com')

const all = (made: (Made | string)[]): Made[] =>
  made.flatMap((each) => (typeof each === 'string' ? [] : [each, ...all(each.inside)]))
const words = (made: (Made | string)[]): string =>
  made.map((each) => (typeof each === 'string' ? each : words(each.inside))).join('')

describe('a copy of an article', () => {
  const tags = fc.constantFrom(
    ...'p div ul li a b img script style svg iframe form input button h1 h2 table td details custom-tag blockquote'.split(
      ' ',
    ),
    ...'constructor __proto__ toString hasOwnProperty'.split(' '),
  )
  const names = fc.constantFrom(
    ...'href src style onclick onerror srcdoc class id title alt lang role ping formaction srcset action'.split(' '),
  )
  const values = fc.oneof(
    fc.string(),
    fc.constantFrom('javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x'),
    fc.constantFrom('vbscript:x', 'blob:x', 'file:///etc', '/help/a/b/', 'https://example.com', '//evil.example', '#x'),
  )
  const { tree } = fc.letrec<{ tree: SourceNode }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.string().map(text),
      fc
        .tuple(tags, fc.dictionary(names, values), fc.array(tie('tree'), { maxLength: 4 }))
        .map(([tag, attributes, inside]) => node(tag, attributes, inside)),
    ),
  }))
  const known = /^(p|ul|ol|li|a|b|img|h[3-6]|table|td|details|blockquote|div)$/

  test('holds nothing that acts, loads or leads to what is no page, whatever the article holds', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (nodes) => {
        for (const { tag, attributes } of all(copy(...nodes))) {
          expect(tag).toMatch(known)
          expect(
            Object.keys(attributes).filter((name) => /^(on|style|srcdoc|srcset|ping|formaction|action)/.test(name)),
          ).toEqual([])
          for (const name of ['href', 'src']) {
            const value = attributes[name]
            if (value !== undefined) expect(new URL(String(value)).protocol).toMatch(/^(https?|mailto|tel):$/)
          }
          expect(String(attributes['class'] ?? 'callout')).toMatch(/^(callout|table-scroll)/)
          expect(String(attributes['id'] ?? 'article-')).toMatch(/^article-/)
        }
      }),
    )
  })

  test('of plain words is those words', () => {
    const plain = fc.letrec<{ tree: SourceNode }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.string().map(text),
        fc
          .tuple(
            fc.constantFrom('p', 'ul', 'li', 'em', 'h2', 'section', 'unknown'),
            fc.array(tie('tree'), { maxLength: 4 }),
          )
          .map(([tag, inside]) => node(tag, {}, inside)),
      ),
    })).tree
    fc.assert(
      fc.property(plain, (source) => {
        expect(words(copy(source))).toBe(source.textContent)
      }),
    )
  })

  test('has pictures and links with whole addresses, and videos as links', () => {
    const made = all(
      copy(
        node('img', { src: '/_astro/a.svg', alt: 'A week' }),
        node('a', { href: '../availability/#week' }, [text('Availability')]),
        node('a', { href: '#how', class: 'anchor' }),
        node('div', { class: 'video' }, [
          node('p', {}, [node('a', { href: 'https://video.example/1' }, [text('A film')])]),
          node('button', {}, [text('Play')]),
          node('p', {}, [text('Loads from elsewhere')]),
        ]),
        node('video', { src: '/film.mp4', 'aria-label': 'Our film' }),
      ),
    )
    expect(
      made.map(({ tag, attributes, inside }) => [tag, attributes['href'] ?? attributes['src'] ?? null, words(inside)]),
    ).toEqual([
      ['img', 'https://cairn.example.com/_astro/a.svg', ''],
      ['a', 'https://cairn.example.com/help/planning/availability/#week', 'Availability'],
      ['p', null, 'A film'],
      ['a', 'https://video.example/1', 'A film'],
      ['p', null, 'Our film'],
      ['a', 'https://cairn.example.com/film.mp4', 'Our film'],
    ])
  })
})

test('of a server under a path, pictures are under it too, and pages where the help center is', () => {
  const made = all(
    copyFrom('https://app.example.com/cairn', 'https://help.example.com')(
      node('img', { src: '/_astro/a.svg', alt: 'A week' }),
      node('img', { src: 'b.svg', alt: 'A day' }),
      node('img', { src: '//cdn.example/c.svg', alt: 'A year' }),
      node('a', { href: '/help/planning/availability/#week' }, [text('Availability')]),
      node('a', { href: '../availability/' }, [text('Availability')]),
      node('a', { href: '#how' }, [text('How')]),
    ),
  )
  expect(made.map(({ attributes }) => attributes['href'] ?? attributes['src'])).toEqual([
    'https://app.example.com/cairn/_astro/a.svg',
    'https://app.example.com/cairn/help/planning/conflicts/b.svg',
    'https://cdn.example/c.svg',
    'https://help.example.com/help/planning/availability/#week',
    'https://help.example.com/help/planning/availability/',
    'https://help.example.com/help/planning/conflicts/#how',
  ])
})

describe('suggestions', () => {
  const suggestions = [
    { url: '/planning/*', articles: ['planning/book-lesson'] },
    { url: '/*', articles: ['faq/general'] },
  ]

  test('are those of the first page that fits', () => {
    const at = (path: string) => chosenFor(suggestions, `https://app.example.com${path}`)
    expect([at('/planning/7'), at('/planning'), at('/'), chosenFor([], 'https://app.example.com/')]).toEqual([
      ['planning/book-lesson'],
      ['faq/general'],
      ['faq/general'],
      [],
    ])
  })

  test.each([
    [{ heading: '  New\n invoice ', title: 'Invoices – Roadbook' }, ['New invoice', 'Invoices']],
    [{ heading: '', title: 'Students | Roadbook | Linden' }, ['Students']],
    [{ heading: 'Planning', title: 'Planning · Roadbook' }, ['Planning']],
    [{ heading: '', title: 'E-mail sign-in' }, ['E-mail sign-in']],
    [{ heading: '', title: '' }, []],
  ])('are looked for by what a page calls itself: %j', (page, expected) => {
    expect(wordsOfPage(page)).toEqual(expected)
  })

  const found = async (locale: string, heading: string) => {
    const { search } = await searchIn(shippedArticles(locale), { locale })
    return (await foundFor({ heading, title: '' }, search)).map(({ id }) => id)
  }

  test.each([
    ['en', 'Import students', 'students/import-students'],
    ['en', 'New invoice', 'invoicing/generate-qr-invoice'],
    ['en', 'Calendar', 'planning/calendar-link'],
    ['en', 'Availability', 'planning/availability'],
    ['en', 'Team', 'account/invite-team'],
    ['en', 'Vehicles', 'getting-started/vehicles-and-categories'],
    ['en', 'Payments', 'invoicing/payment-details'],
    ['en', 'Subscription', 'account/change-plan'],
    ['en', 'Billing', 'account/change-plan'],
    ['en', 'Reset your password', 'troubleshooting/cant-login'],
    ['en', 'Conflicts', 'planning/conflicts'],
    ['en', 'Progression', 'students/student-progression'],
    ['en', 'Reminders', 'invoicing/send-invoice'],
    ['fr', 'Disponibilités', 'planning/availability'],
    ['fr', 'Factures', 'invoicing/send-invoice'],
    ['fr', 'Inviter l’équipe', 'account/invite-team'],
    ['fr', 'Véhicules', 'getting-started/vehicles-and-categories'],
  ])('in the language %s, for “%s” there is %s', async (locale, heading, id) => {
    expect(await found(locale, heading)).toContain(id)
  })

  test.each([
    ...['Dashboard', 'Home', 'Overview', 'Welcome back, Ada', 'Good morning, Ada', 'Today', 'Your day', 'Inbox'],
    ...['Get started', 'Start', 'New', 'Edit', 'Results', 'All items', 'Show all', 'Loading', 'Please wait', 'Done'],
    ...[
      'Something went wrong',
      'Not found',
      'Notifications',
      '3 new messages',
      'Page 2',
      'Thank you',
      'Menu',
      'Search',
    ],
    ...['What would you like to do?', 'How can we help?', 'Acme Inc.'],
  ])('there are none for “%s”, which says nothing', async (heading) => {
    expect(await found('en', heading)).toEqual([])
  })

  test.each(['Tableau de bord', 'Accueil', 'Bonjour Ada', 'Bienvenue', 'Aujourd’hui', 'Vue d’ensemble', 'Résultats'])(
    'there are none for “%s” in French',
    async (heading) => {
      expect(await found('fr', heading)).toEqual([])
    },
  )
})

test.each([
  [['/*'], '/anywhere/at/all', true],
  [['/app/*', '/home'], '/home', true],
  [['/app/*', '/home'], '/elsewhere', false],
])('the button of the pages %j is on %s: %s', (pages, path, isThere) => {
  const there = { url: `https://app.example.com${path}`, since: 0 }
  const situation = { now: 0, visible: true, tracked: {}, wanted: [], over: [], onShow: [], begun: null, ...there }
  const state = { programs: [], surveys: [], tours: [], announcements: [], guided: null, name: null }
  const weigh = weighHelp({ session: { get: () => null } })
  const weighed = (help: typeof noHelp) => !weigh({ ...state, help }, situation)[1]?.rules[0]?.[0]
  expect(weighed({ ...noHelp, launcher: { corner: 'end', pages } })).toBe(isThere)
  expect(weighed(noHelp)).toBe(false)
})

test('what was seen is no news, and neither is a banner that stands on the page', () => {
  const seen = { ...makeAnnouncement('seen'), seenAt: '2026-03-02T08:00:00.000Z' }
  const announcements = [makeAnnouncement('new'), seen, makeAnnouncement('banner', 'banner')]
  const state = { programs: [], surveys: [], tours: [], help: noHelp, guided: null, name: null, announcements }
  expect(unseenNews(state).map(({ definition }) => definition.id)).toEqual(['new'])
  expect(unseenNews(null)).toEqual([])
})

test.each(Object.entries({ en, fr, es, de }))('the panel says what the help center says: %s', (locale, said) => {
  const shared = { ...textsFor(locale), ...contactTexts(locale) }
  for (const [name, value] of Object.entries(said)) {
    if (typeof value === 'string' && name in shared && !own.has(name)) {
      expect(value, name).toBe(shared[name as keyof typeof shared])
    }
  }
  expect(said.again).toBe(shared.tryAgain)
})
/** Words of the same name for other things. */
const own = new Set(['title', 'example', 'close', 'failed', 'contact', 'answered', 'backHome', 'receivedBy', 'times'])

import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { formatProblem } from '../../api/definitions/load.ts'
import { checkArticles, checkContent } from '../../scripts/content/check-content.ts'
import { checkUpkeep } from '../../scripts/content/check-upkeep.ts'
import { judgeArticles } from '../../scripts/content/judge-articles.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const home = 'content/articles/en/invoicing/payment-details.md'
const other = 'content/articles/en/invoicing/send-invoice.md'

const sound = {
  [home]: '---\ntitle: Payment details\n---\n\n## Add your IBAN\n\nText.\n\n## If it does not work\n\nText.\n',
  'content/events.yaml': 'events: {}\n',
  'content/measures.yaml': '{}\n',
  'content/emails/en/request-received.md': '---\nsubject: We have it\n---\n\nWe have it.\n',
  'content/emails/en/request-for-team.md': '---\nsubject: A request\n---\n\nA request.\n',
  'content/support.yaml': readFileSync(join(import.meta.dirname, '../../content/support.yaml'), 'utf8'),
}

/** A content folder of its own: sound, but for the given files. */
function rootWith(files: Record<string, string>) {
  const root = temporaryFolder()
  for (const [path, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const problemsOf = (files: Record<string, string>) =>
  checkArticles({ root: rootWith(files) }).map((problem) => ({ ...problem, said: formatProblem(problem) }))

const sayings = (files: Record<string, string>) => problemsOf(files).map(({ said }) => said)

const article = (...lines: string[]) => ['---', 'title: Send an invoice', '---', '', ...lines, ''].join('\n')

/** What an article that has only these lines is told. They begin on line 5. */
const toldAbout = (...lines: string[]) => sayings({ [other]: article(...lines) })

test('a dead link in an article is reported with file, line and remedy', () => {
  expect(toldAbout('Some words.', '', 'First add [your IBAN](/help/invoicing/no-such-page/).')).toEqual([
    `${other}:7: The link /help/invoicing/no-such-page/ is dead: there is no such page. Correct it, or write the page it leads to.`,
  ])
})

test('a link to an article that has moved is told where it is now', () => {
  expect(toldAbout('[IBAN](/help/account/payment-details/)')).toEqual([
    expect.stringContaining('Did you mean /help/invoicing/payment-details/?'),
  ])
})

test('a dead fragment is reported with the headings that exist', () => {
  expect(toldAbout('', '[IBAN](/help/invoicing/payment-details/#add-an-iban)')).toEqual([
    `${other}:6: The link /help/invoicing/payment-details/#add-an-iban is dead: the page has no heading #add-an-iban. It has #add-your-iban, #if-it-does-not-work.`,
  ])
  expect(toldAbout('[below](#nowhere)')).toEqual([expect.stringContaining('It has no headings')])
})

test('a fragment is the name that a heading is written with', () => {
  expect(toldAbout('[costs](#costs)', '## What it costs {#costs}')).toEqual([])
  expect(toldAbout('[costs](#what-it-costs)', '## What it costs {#costs}')).toEqual([
    expect.stringContaining('It has #costs.'),
  ])
})

test('a link may name the file of another article, which is held to its headings', () => {
  expect(toldAbout('[IBAN](./payment-details.md#add-your-iban), [IBAN](../invoicing/payment-details.md)')).toEqual([])
  expect(toldAbout('[IBAN](./payment-details.md#gone)', '', '[Gone](./gone.md)')).toEqual([
    expect.stringContaining('the page has no heading #gone'),
    expect.stringContaining('The link /help/invoicing/gone/ is dead'),
  ])
})

test('a dead link from a program is reported with the line of its target', () => {
  const program = [
    'title: Set up',
    'segments: [school]',
    'steps:',
    '  - id: payments',
    '    title: Payments',
    '    completesOn: { event: payment_details_saved }',
    '    resources:',
    '      - type: article',
    '        title: Payment details',
    '        target: account/payment-details',
    '      - { type: article, title: Payment details, target: invoicing/payment-details#add-your-iban }',
    '      - { type: article, title: Payment details, target: invoicing/payment-details#gone }',
    '      - { type: link, title: Elsewhere, target: /help/nowhere/ }',
    'urls: [/help/anywhere/*]',
    '',
  ].join('\n')
  expect(sayings({ 'content/programs/set-up.yaml': program })).toEqual([
    'content/programs/set-up.yaml:10: There is no article account/payment-details. Did you mean invoicing/payment-details?',
    expect.stringMatching(/^content\/programs\/set-up.yaml:12: .* has no heading #gone\./),
    expect.stringMatching(/^content\/programs\/set-up.yaml:13: The link \/help\/nowhere\/ is dead/),
  ])
})

test('a dead link from the help panel is reported with its line', () => {
  const panel =
    'suggestions:\n  - { url: /, articles: [invoicing/payment-details] }\n  - url: /*\n    articles:\n      - gone/away\n'
  expect(sayings({ 'content/help-panel.yaml': panel })).toEqual([
    expect.stringMatching(/^content\/help-panel.yaml:5: There is no article gone\/away\./),
  ])
})

test('an image without alternative text is reported with file and line', () => {
  const files = { 'content/articles/en/invoicing/images/bill.svg': '<svg/>' }
  expect(sayings({ ...files, [other]: article('Text.', '', '![](./images/bill.svg)') })).toEqual([
    `${other}:7: The image ./images/bill.svg has no alternative text. Say what it shows: \`![what it shows](…)\`.`,
  ])
  expect(sayings({ ...files, [other]: article('![A bill](./images/bill.svg)') })).toEqual([])
  expect(sayings({ ...files, [other]: article('![][bill]', '', '[bill]: ./images/bill.svg') })).toHaveLength(1)
})

test('an image that does not exist is reported, wherever it should be', () => {
  expect(toldAbout('![A bill](./images/bill.svg)')).toEqual([
    `${other}:5: The image ./images/bill.svg does not exist. Correct its path or add the file.`,
  ])
  expect(toldAbout('![A bill](/pictures/bill.svg)')).toHaveLength(1)
  const files = { 'site/public/pictures/bill.svg': '<svg/>' }
  expect(sayings({ ...files, [other]: article('![A bill](/pictures/bill.svg)') })).toEqual([])
  expect(toldAbout('![A bill](https://example.com/bill.svg)')).toEqual([
    expect.stringContaining('is on another host, and pages load nothing from others. Save it beside the article'),
  ])
})

test('HTML inside Markdown is held to the same rules', () => {
  const told = toldAbout(
    '<p>',
    '<img src="https://example.com/a.png">',
    '<a href="/help/nowhere/">x</a>',
    '<!-- <a href="/help/old/">x</a> -->',
    '</p>',
  )
  expect(told).toEqual([
    expect.stringMatching(/:6: The image .* has no alternative text/),
    expect.stringMatching(/:6: The image .* is on another host/),
    expect.stringMatching(/:7: The link \/help\/nowhere\/ is dead/),
  ])
})

test('an MDX article is held to the same rules, and one that cannot be read says where', () => {
  const mdx = 'content/articles/en/invoicing/send-invoice.mdx'
  const body = article(
    'export const year = 2026',
    '',
    '<Note href="/help/nowhere/">',
    '  <img src={picture} />',
    '</Note>',
  )
  expect(sayings({ [mdx]: body })).toEqual([
    expect.stringMatching(/\.mdx:7: The link \/help\/nowhere\/ is dead/),
    expect.stringMatching(/\.mdx:8: The image .* has no alternative text/),
  ])
  expect(sayings({ [mdx]: article('Text.', '', '<Note>') })).toEqual([
    expect.stringMatching(/\.mdx:7: The article cannot be read: /),
  ])
})

test('links and headings in code are only text', () => {
  expect(toldAbout('```md', '# Not a heading', '[x](/help/nowhere/)', '```', '', '`[x](/nowhere/)`')).toEqual([])
})

test('a name that is written at a heading is that of no other', () => {
  expect(toldAbout('## Costs {#costs}', '', '## Prices {#costs}')).toEqual([
    expect.stringMatching(/:7: “Prices” has the name of a heading before it\. Give it another `\{#name\}`\./),
  ])
  expect(toldAbout('## Prices {#costs}', '', '## Costs', '', '[up](#costs-1)')).toEqual([])
})

test('headings begin below the title and skip no level', () => {
  expect(toldAbout('# Again')).toEqual([expect.stringMatching(/:5: “Again” is a second title\. Begin it with ##/)])
  expect(toldAbout('### Deep')).toEqual([
    expect.stringMatching(/:5: “Deep” skips a level of headings\. Begin it with ##\./),
  ])
  expect(toldAbout('## One', '', '#### Three')).toEqual([expect.stringMatching(/:7: “Three” skips a level/)])
  expect(toldAbout('## One', '', '### Two', '', '## One more')).toEqual([])
})

test('an article needs a title, and only a title', () => {
  expect(sayings({ [other]: 'Just words.\n' })).toEqual([
    `${other}:1: The article has no title. Add \`title: …\` to its front matter.`,
  ])
  expect(sayings({ [other]: '---\ntitle: ""\n---\n' })).toHaveLength(1)
  expect(sayings({ [other]: '---\ntitle: Enough\nanything: { else: true }\n---\n' })).toEqual([])
})

test('a title that search results cut off is a warning', () => {
  const [long] = problemsOf({ [other]: `---\ntitle: ${'word '.repeat(14)}\n---\n` })
  expect(long).toMatchObject({ line: 2, severity: 'warning' })
})

test('front matter that is no YAML, or has a field of the wrong kind, says on which line', () => {
  expect(sayings({ [other]: '---\ntitle: Fine\nkeywords: [a\n---\n' })).toEqual([
    expect.stringMatching(/The front matter is not valid YAML: [^:]*\. Correct this line or the one before it\.$/),
  ])
  expect(problemsOf({ [other]: '---\ntitle: Fine\norder: first\n---\n' })).toMatchObject([{ line: 3 }])
})

test('a related article that does not exist is reported on its line', () => {
  const related = '---\ntitle: Fine\nrelated:\n  - invoicing/payment-details\n  - invoicing/gone\n---\n'
  expect(sayings({ [other]: related })).toEqual([
    `${other}:5: There is no article invoicing/gone. Name one as category/slug.`,
  ])
})

test('pages of the site, categories, other hosts and other languages can be linked to', () => {
  const links = [
    '/',
    '/search/?q=iban',
    '/demo/#/setup/team',
    '/help/',
    '/help/invoicing/',
    'https://example.com',
    'mailto:a@b.ch',
  ]
  expect(
    toldAbout(...links.map((link) => `- [x](${link})`), '- [x](../payment-details/)', '- [x](/guide.pdf)'),
  ).toEqual([expect.stringContaining('/guide.pdf')])
  const french = 'content/articles/fr/invoicing/payment-details.md'
  expect(
    sayings({ [french]: article('[x](/fr/)', '[y](/fr/help/)', '[y](/fr/help/invoicing/)', '[z](/fr/help/nowhere/)') }),
  ).toEqual([expect.stringContaining('/fr/help/nowhere/')])
})

test('a link without its final slash is told to have it', () => {
  expect(toldAbout('[x](/help/invoicing/payment-details)')).toEqual([
    expect.stringContaining('lacks its final slash. Write /help/invoicing/payment-details/.'),
  ])
})

test('an article outside of a category is told where to go', () => {
  expect(sayings({ 'content/articles/en/lost.md': article('Text.') })).toEqual([
    expect.stringContaining('Move it to content/articles/<locale>/<category>/.'),
  ])
})

test('two articles of one address, and one whose name makes none, are told apart', () => {
  const title = '---\ntitle: Payment details\n---\n'
  expect(sayings({ 'content/articles/en/invoicing/Payment details.md': title })).toEqual([
    `${home}:1: The article has the address of content/articles/en/invoicing/Payment details.md, /help/invoicing/payment-details/. Rename one of them.`,
  ])
  expect(sayings({ 'content/articles/en/invoicing/???.md': title, 'content/articles/en/!/a.md': title })).toEqual([
    expect.stringContaining(
      '!/a.md:1: The article lies in no language and category, or a name in its path has no letter',
    ),
    expect.stringContaining(
      '???.md:1: The article lies in no language and category, or a name in its path has no letter',
    ),
  ])
})

test('an address with a percent sign of its own is judged as it is', async () => {
  const text = article('![Half](./images/50%.png) [half](/help/invoicing/50%/)')
  expect(sayings({ [other]: text })).toHaveLength(2)
  expect(await checkUpkeep({ root: rootWith({ [other]: text }) })).toHaveLength(2)
})

test('a folder that is named as an article, and a link that leads nowhere, are no articles', () => {
  const root = rootWith({ 'content/articles/en/invoicing/old.md/picture.svg': '<svg/>' })
  symlinkSync('nowhere.md', join(root, 'content/articles/en/invoicing/lost.md'))
  expect(checkArticles({ root })).toEqual([])
})

test('a definition that is wrong is reported beside the articles', () => {
  const root = rootWith({
    'content/events.yaml': 'events:\n  Bad-Name: { description: No. }\n',
    'content/articles/en/invoicing/_category.yaml': 'order: first\n',
  })
  expect(checkContent({ root }).map(({ file, line }) => ({ file, line }))).toEqual([
    { file: 'content/events.yaml', line: 2 },
    { file: 'content/articles/en/invoicing/_category.yaml', line: 1 },
  ])
  expect(checkContent({ root: rootWith({}) })).toEqual([])
})

const judgementOf = (files: Record<string, string>) => judgeArticles(checkArticles({ root: rootWith(files) }))

test.each([
  ['a title is missing', { [other]: '---\norder: 1\n---\n' }, `${other}:1: The article has no title.`],
  [
    'a field is of the wrong kind',
    { [other]: '---\ntitle: Fine\norder: abc\n---\n' },
    `${other}:3: \`order\` must be a number, and is the text "abc".`,
  ],
  [
    'a title is a number',
    { [other]: '---\ntitle: 2026\n---\n' },
    `${other}:2: \`title\` must be a text, and is 2026. Put`,
  ],
  ['front matter is no YAML', { [other]: '---\ntitle: "Fine\n---\n' }, 'The front matter is not valid YAML'],
  ['an image is missing', { [other]: article('![A bill](./bill.svg)') }, `${other}:5: The image ./bill.svg`],
  ['an article lies in no category', { 'content/articles/en/lost.md': article('Text.') }, 'Move it to'],
  [
    'a category has a field of the wrong kind',
    { 'content/articles/en/invoicing/_category.yaml': 'order: first\n' },
    'content/articles/en/invoicing/_category.yaml:1: order:',
  ],
])('a build is refused where %s', (_, files, told) => {
  const { refusal, warnings } = judgementOf(files)
  expect(refusal).toContain(told)
  expect(refusal).toMatch(/^The help center cannot be built until this is corrected:\n {2}content/)
  expect(warnings).toBeNull()
})

test('a build goes on where links are dead, alternative texts are missing or a picture of site/public is not there', () => {
  const { refusal, warnings } = judgementOf({
    'content/articles/en/invoicing/bill.svg': '<svg/>',
    [other]: article('[x](/help/nowhere/)', '', '![](./bill.svg)', '', '![A bill](/pictures/bill.svg)'),
  })
  expect(refusal).toBeNull()
  expect(warnings?.split('\n')).toEqual([
    '3 flaws in the articles, which the build leaves to "npm run check":',
    expect.stringContaining(`${other}:5: The link /help/nowhere/ is dead`),
    expect.stringContaining(`${other}:7: The image ./bill.svg has no alternative text.`),
    expect.stringContaining(`${other}:9: The image /pictures/bill.svg does not exist.`),
  ])
})

test('a build names the first flaws of many, and where to read the others', () => {
  const { warnings } = judgementOf({ [other]: article(...Array<string>(50).fill('[gone](/help/gone/)\n')) })
  expect(warnings?.split('\n')).toHaveLength(22)
  expect(warnings).toMatch(/^50 flaws[^]* and 30 more: npm run content:check lists them all\.$/)
})

test('a category may leave out its title, and nothing is said of articles without a flaw', () => {
  const files = { 'content/articles/en/invoicing/_category.yaml': 'order: 3\n' }
  expect(judgementOf(files)).toEqual({ refusal: null, warnings: null })
})

test('a search file that is wrong, and a pin to an article that is not there, are reported with their lines', () => {
  const hints = 'content/search.yaml'
  expect(toldOf('synonyms:\n  en:\n    - [learner]\n')).toEqual([
    expect.objectContaining({
      severity: 'fatal',
      said: expect.stringMatching(/^content\/search\.yaml:3: synonyms\.en\[0\]: /),
    }),
  ])
  expect(toldOf('pins:\n  en:\n    - query: iban\n      articles: [billing/payment-details]\n')).toEqual([
    expect.objectContaining({
      severity: 'error',
      said: `${hints}:4: pins.en[0].articles[0]: There is no article billing/payment-details. Did you mean invoicing/payment-details?`,
    }),
  ])
  expect(toldOf('pins:\n  en:\n    - query: iban\n      articles: [invoicing/payment-details]\n')).toEqual([])

  function toldOf(text: string) {
    return problemsOf({ [hints]: text })
  }
})

test('a redirect from a page, or to none, is reported on its line', () => {
  const redirects = [
    '/help/invoicing/iban/: /help/invoicing/payment-details/#add-your-iban',
    '/help/invoicing/send-invoice/: /help/invoicing/payment-details/',
    '/help/gone/: /help/invoicing/no-such-page/',
    '',
  ].join('\n')
  expect(sayings({ [other]: article('Text.'), 'content/redirects.yaml': redirects })).toEqual([
    expect.stringMatching(/^content\/redirects\.yaml:2: .* There is a page at \/help\/invoicing\/send-invoice\//),
    expect.stringMatching(/^content\/redirects\.yaml:3: .* The link \/help\/invoicing\/no-such-page\/ is dead/),
  ])
})

const upkeepOf = async (files: Record<string, string>) =>
  (await checkUpkeep({ root: rootWith(files) })).map(formatProblem)

test('an article that nothing leads to is a warning, whoever may lead to it', async () => {
  const lonely = `${other}:1: Nothing leads to this article but its category and the search.`
  const both = { [home]: article('Text.', '', '[me](/help/invoicing/payment-details/)'), [other]: article('Text.') }
  expect(await upkeepOf(both)).toEqual([expect.stringContaining(home), expect.stringContaining(lonely)])
  const linked = { ...both, [home]: article('See [how](../send-invoice/#top).') }
  expect(await upkeepOf(linked)).toEqual([expect.stringContaining(home)])
  const related = { ...both, [home]: '---\ntitle: Fine\nrelated: [invoicing/send-invoice]\n---\n' }
  expect(await upkeepOf(related)).toEqual([expect.stringContaining(home)])
  const program = 'resources:\n  - { type: article, title: Send, target: "invoicing/send-invoice#how" }\n'
  expect(await upkeepOf({ ...both, 'content/programs/set-up.yaml': program })).toEqual([expect.stringContaining(home)])
})

test('an announcement that has ended is a warning', async () => {
  const news = 'title: New\ntext: It is here.\nfrom: 2026-03-01\nuntil: 2026-03-07\n'
  const root = rootWith({ 'content/announcements/news.yaml': news })
  const toldOn = async (day: string) =>
    (await checkUpkeep({ root, now: Date.parse(day) })).filter(({ path }) => path === 'until')
  expect(await toldOn('2026-03-07T23:59:00Z')).toEqual([])
  const ended = await toldOn('2026-03-08T00:00:00Z')
  expect(ended).toMatchObject([{ severity: 'warning' }])
  expect(ended.map(formatProblem)).toEqual([
    'content/announcements/news.yaml:4: until: Its last day was 2026-03-07: only the news of the help panel still have it. Give it another day, or take the file out when it is no news any more.',
  ])
  expect(checkContent({ root })).toEqual([])
})

test('a translation is told when its original has changed after it', async () => {
  const french = 'content/articles/fr/invoicing/send-invoice.md'
  const root = rootWith({ [other]: article('[x](/help/invoicing/payment-details/)'), [french]: article('Texte.') })
  const git = (day: string, ...args: string[]) => {
    const who = ['-c', 'user.name=Writer', '-c', 'user.email=writer@example.com']
    const at = `${day}T12:00:00Z`
    execFileSync('git', [...who, ...args], { cwd: root, env: { ...process.env, GIT_COMMITTER_DATE: at } })
  }
  const told = async () => (await checkUpkeep({ root })).filter(({ file }) => file === french).map(formatProblem)
  git('2026-10-01', 'init', '-q')
  git('2026-10-01', 'add', '.')
  git('2026-10-01', 'commit', '-q', '-m', 'Begin')
  const before = await told()
  writeFileSync(join(root, other), article('[x](/help/invoicing/payment-details/)', '', 'And more.'))
  git('2026-11-20', 'commit', '-q', '-a', '-m', 'Say more')
  expect((await told()).filter((line) => !before.includes(line))).toEqual([
    `${french}:1: The original, en/invoicing/send-invoice.md, was changed on 2026-11-20, and this translation last on 2026-10-01. Bring it up to date.`,
  ])
  writeFileSync(join(root, french), article('Texte.', '', 'Et plus.'))
  git('2026-11-21', 'commit', '-q', '-a', '-m', 'Follow')
  expect(await told()).toEqual(before)
})

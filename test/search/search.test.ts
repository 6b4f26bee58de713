import { expect, test } from 'vitest'
import { openSearch } from '../../search/query/open-search.ts'
import { searchIn, sourceArticle } from './make-library.ts'
import { workOf } from '../support/work-of.ts'

const articles = [
  sourceArticle('Cancel your subscription', 'You can end your plan at any time in the settings of your account.'),
  sourceArticle('Get a refund', 'We pay back what you have paid for the last month. Ask for it within 14 days.'),
  sourceArticle(
    'Reset your password',
    'Choose Forgot password on the sign-in page and open the link that we mail you.',
  ),
  sourceArticle('Sign in with your company account', 'Your administrator sets this up once for all members.'),
  sourceArticle('Download your invoices', 'Every invoice is a PDF file. The accountant gets a copy.'),
  sourceArticle('Connect to Wi-Fi', 'Choose your network and type its key.'),
  sourceArticle('The bootloader does not answer', 'The upload ends with avrdude: ser_open(): can’t open device.'),
  sourceArticle('Export students', 'A spreadsheet with one line for each of them.', { keywords: ['backup'] }),
  sourceArticle('Customize the color of your page', 'Choose one that has enough contrast.'),
  sourceArticle('How it all began', 'The first line was written in a garage.'),
]

test.each([
  ['a natural sentence', 'how can I get my money back please', 'Get a refund'],
  ['a word in another form', 'cancelling subscriptions', 'Cancel your subscription'],
  ['a synonym that no article has', 'terminate membership', 'Cancel your subscription'],
  ['a phrase that means something together', 'log in with work account', 'Sign in with your company account'],
  ['a slip of the fingers', 'pasword rest', 'Reset your password'],
  ['a slip in the first letter', 'onvoices', 'Download your invoices'],
  ['an unfinished word', 'down', 'Download your invoices'],
  ['an unfinished word with a slip', 'bootlaod', 'The bootloader does not answer'],
  ['words written as one', 'wifi', 'Connect to Wi-Fi'],
  ['a word written as two', 'boot loader', 'The bootloader does not answer'],
  ['words without their space', 'resetpassword', 'Reset your password'],
  [
    'a pasted error message',
    'avrdude: ser_open(): can\'t open device "\\\\.\\COM3": Access denied',
    'The bootloader does not answer',
  ],
  ['a keyword of its writer', 'backup', 'Export students'],
  ['words that only its text has', 'what the accountant has', 'Download your invoices'],
  ['a synonym in two words with others between them', 'switch my old plan off', 'Cancel your subscription'],
  ['a synonym in two words with a stop word between them', 'terminate the account', 'Cancel your subscription'],
  ['British spelling of an American word', 'customise colour', 'Customize the color of your page'],
  ['one known word among unknown ones', 'wombat refund quokka', 'Get a refund'],
  ['nothing but stop words', 'how it all', 'How it all began'],
])('finds an article first by %s', async (_, query, title) => {
  const { titles } = await searchIn(articles)
  expect((await titles(query))[0]).toBe(title)
})

test('says which words were meant, and takes them as they are when asked to', async () => {
  const { search } = await searchIn(articles)
  expect((await search.find('My pasword, please')).corrected).toBe('My password, please')
  expect((await search.find('resetpassword')).corrected).toBe('reset password')
  expect((await search.find('pasword', { exact: true })).hits).toEqual([])
  expect((await search.find('password')).corrected).toBeNull()
})

test('finds in a long pasted text what articles say, wherever it stands', async () => {
  const frames = Array.from(
    { length: 200 },
    (_, line) => `    at Object.run${line} (https://app.example/x.js:${line}:7) 0x7f${line}`,
  )
  const { search } = await searchIn(articles)
  const query = `${frames.join('\n')}\nser_open(): can't open device`
  expect(await workOf(() => search.find(query))).toBeLessThan(500)
  const { hits, corrected } = await search.find(query)
  expect(hits[0]?.title).toBe('The bootloader does not answer')
  expect(corrected).toBeNull()
})

test('takes numbers and ids as they are', async () => {
  const { search } = await searchIn([...articles, sourceArticle('Error 0x80070005')])
  expect((await search.find('0x80070006')).corrected).toBeNull()
  expect((await search.find('failed with 0x80070005')).hits[0]?.title).toBe('Error 0x80070005')
})

test('takes a word for one far away only where nothing else is found', async () => {
  const { search } = await searchIn(articles)
  expect((await search.find('adminestrittor')).corrected).toBe('administrator')
  expect((await search.find('adminestrittor refund')).corrected).toBeNull()
  expect((await search.find('zzzzqqq')).hits).toEqual([])
})

test('says whether an article has something for every word that says something', async () => {
  const { search } = await searchIn(articles)
  const [cancel] = (await search.find('how do I cancel my subscription')).hits
  expect(cancel?.isComplete).toBe(true)
  const [refund] = (await search.find('refund invoices password')).hits
  expect(refund?.isComplete).toBe(false)
})

test('knows the synonyms of its writers, in both directions', async () => {
  const own = { synonyms: [['learner', 'student', 'L driver']] }
  const { titles } = await searchIn([sourceArticle('Add a student'), sourceArticle('Add a car')], own)
  expect((await titles('new learner'))[0]).toBe('Add a student')
  expect((await titles('l drivers'))[0]).toBe('Add a student')
})

test('corrects no word of a synonym, though no article has it', async () => {
  const { search } = await searchIn([sourceArticle('Theory evening'), sourceArticle('The right class')], {
    synonyms: [['theory evening', 'night class']],
  })
  const { corrected, hits } = await search.find('night class')
  expect(corrected).toBeNull()
  expect(hits[0]?.title).toBe('Theory evening')
})

test('puts first what is pinned to a query, whatever the form of its words', async () => {
  const pins = [{ query: 'account problem', articles: ['topic/reset-your-password', 'topic/no-such'] }]
  const { titles } = await searchIn(articles, { pins })
  expect((await titles('account problems'))[0]).toBe('Reset your password')
  expect((await titles('account'))[0]).not.toBe('Reset your password')
})

test('prefers the title that is the query to longer ones and to texts', async () => {
  const { titles } = await searchIn([
    sourceArticle('Groups and roles and permissions', 'Groups, groups, groups.'),
    sourceArticle('About teams', 'Groups of groups in groups.'),
    sourceArticle('Groups'),
  ])
  expect(await titles('groups')).toEqual(['Groups', 'Groups and roles and permissions', 'About teams'])
})

test('takes a keyword for a title of its own', async () => {
  const { titles } = await searchIn([
    sourceArticle('Book a lesson', 'Choose a time for the booking.', { keywords: ['booking', 'double lesson'] }),
    sourceArticle('Resolve a conflict', 'Two at a time.', { keywords: ['double booking', 'overlap'] }),
    sourceArticle('Booking online', 'Double-check the booking.'),
  ])
  expect((await titles('double booking'))[0]).toBe('Resolve a conflict')
  expect((await titles('double lesson'))[0]).toBe('Book a lesson')
})

test('finds words of French articles in their forms, with or without accents', async () => {
  const { titles } = await searchIn(
    [sourceArticle('Résilier l’abonnement'), sourceArticle('Télécharger les factures'), sourceArticle('Se connecter')],
    { locale: 'fr' },
  )
  expect((await titles('resiliation abonnements'))[0]).toBe('Résilier l’abonnement')
  expect((await titles('où est ma facture ?'))[0]).toBe('Télécharger les factures')
})

test('of a large index only the files are loaded that the words are in, each once', async () => {
  const many = Array.from({ length: 900 }, (_, number) => {
    const words = Array.from({ length: 60 }, (_, place) => `w${(number * 37 + place * 101) % 4000}x`)
    return sourceArticle(`Article ${number}`, words.join(' '))
  })
  const { search, loaded, titles } = await searchIn([...many, sourceArticle('Needle', 'It lies in the haystack.')])
  expect(await titles('haystack')).toEqual(['Needle'])
  expect(loaded).toHaveLength(2)
  await search.find('haystack')
  expect(loaded).toHaveLength(2)
  await search.find('w999x')
  expect(loaded).toHaveLength(3)
})

test('a file that could not be loaded is asked for again', async () => {
  const { search: whole, loaded } = await searchIn(articles)
  expect((await whole.find('accountant')).hits).toHaveLength(1)
  const made = await import('../../search/index/make-index.ts')
  const { index, bodies } = made.makeIndex({ locale: 'en', folder: 'own', articles })
  let fails = true
  const search = await openSearch('en', async (path) => {
    if (path === 'en.json') return index
    if (fails) throw new Error('offline')
    return bodies[0]
  })
  await expect(search.find('accountant')).rejects.toThrow('offline')
  fails = false
  expect((await search.find('accountant')).hits).toHaveLength(1)
  expect(loaded).toEqual(['en.json', 'own/body-0.json'])
})

test('a help center without articles finds nothing', async () => {
  const { titles } = await searchIn([])
  expect(await titles('anything')).toEqual([])
  expect(await titles('')).toEqual([])
})

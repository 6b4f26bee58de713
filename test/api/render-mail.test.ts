import { expect, test } from 'vitest'
import { parsePieces, parseText } from '../../api/mail/parse-text.ts'
import { renderMail } from '../../api/mail/render-mail.ts'

const publicUrl = 'https://help.example.com/base'
const render = (text: string, variables: Record<string, string> = {}, locale = 'en') =>
  renderMail({ locale, subject: parsePieces('About {{what}}'), body: parseText(text) }, { variables, publicUrl })
const bodyOf = (html: string) => /<h1[^\n]*\n([^]*)\n<\/div>\n<\/body>/.exec(html)?.[1]

test('what Markdown a mail may have is text and HTML', () => {
  const { text, html } = render(
    '## Two _things_\n\nA **strong** word,\ngone on, and [a *link*](/help/).\n\n- one\n- two,\n  gone on\n\n1. first\n2. [last](https://x.example/?a=1&b=2)\n\n> Quoted\n> on.',
  )
  expect(text).toBe(
    'Two things\n\nA strong word, gone on, and a *link* <https://help.example.com/base/help/>.\n\n- one\n- two, gone on\n\n1. first\n2. last <https://x.example/?a=1&b=2>\n\n> Quoted on.\n',
  )
  expect(bodyOf(html)?.split('\n')).toEqual([
    '<h2>Two <em>things</em></h2>',
    '<p>A <strong>strong</strong> word, gone on, and <a href="https://help.example.com/base/help/">a *link*</a>.</p>',
    '<ul><li style="margin-bottom:8px">one</li><li style="margin-bottom:8px">two, gone on</li></ul>',
    '<ol><li style="margin-bottom:8px">first</li><li style="margin-bottom:8px"><a href="https://x.example/?a=1&#38;b=2">last</a></li></ol>',
    expect.stringMatching(/^<blockquote dir="auto" style="[^"]*">Quoted on\.<\/blockquote>$/),
  ])
})

test('a paragraph or an item that names what is empty is left out', () => {
  const body = 'Hello {{name}},\n\n- A: {{a}}\n- B: {{b}}\n\n> {{gone}}\n\n- {{gone}}\n\nEnd.'
  expect(render(body, { b: 'here' }).text).toBe('- B: here\n\nEnd.\n')
  expect(render(body, {}).text).toBe('End.\n')
})

test('what is put in is never read as Markdown, HTML or a variable', () => {
  const value = '**x** [y](https://evil.example) <a href="https://evil.example">z</a> {{b}} "\'&'
  const { text, html } = render('{{a}}', { a: value, b: 'no' })
  expect(text).toBe(`${value}\n`)
  expect(bodyOf(html)).toBe(
    '<p><bdi>**x** [y](https://evil.example) &#60;a href=&#34;https://evil.example&#34;&#62;z&#60;/a&#62; {{b}} &#34;&#39;&#38;</bdi></p>',
  )
})

test('a subject is one line without signs that turn text around, is never too long, and is there without its variable', () => {
  const subjectOf = (what: string) => render('x', { what }).subject
  expect(subjectOf('a\r\nBcc: b@c.example\u0000\u202E d\u2028e')).toBe('About a Bcc: b@c.example d e')
  expect(subjectOf('🙂'.repeat(300))).toBe(`About ${'🙂'.repeat(194)}`)
  expect(subjectOf('')).toBe('About')
  expect(render('x', { what: '<i>' }).html).toContain('<title>About &#60;i&#62;</title>')
})

test('a language that is written from right to left is laid out so, and names keep their own direction', () => {
  const { html } = render('مرحبا {{name}}', { name: 'Mia (Linde)' }, 'ar')
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain('<p>مرحبا <bdi>Mia (Linde)</bdi></p>')
})

test('what steers terminals and not people is left out of what somebody wrote', () => {
  expect(render('{{a}}', { a: 'one\r\ntwo\rthree\u001B[31m\tfour' }).text).toBe('one\ntwo\nthree[31m\tfour\n')
})

import { expect, test } from 'vitest'
import { readMailText } from '../../api/mail/mail-text.ts'
import { renderMail } from '../../api/mail/render-mail.ts'

const publicUrl = 'https://help.example.com/base'
const render = (text: string, variables: Record<string, string> = {}, locale = 'en') =>
  renderMail({ locale, subject: 'About {{what}}', body: readMailText(text) }, { variables, publicUrl })
const bodyOf = (html: string) => /<h1[^\n]*\n([^]*)\n<\/div>\n<\/body>/.exec(html)?.[1]

test('what Markdown a mail may have is text and HTML', () => {
  const { text, html } = render(
    `## Two _things_

A **strong** word,
gone on, and [a _link_](/help/).
- one
- two,
  gone on

  and on

1. first
2. [last](https://x.example/?a=1&b=2)

> Quoted
> on.
>
> More\\
here \\*and\\* there.`,
  )
  expect(text).toBe(`Two things

A strong word, gone on, and a link <https://help.example.com/base/help/>.

- one
- two, gone on
  and on

1. first
2. last <https://x.example/?a=1&b=2>

> Quoted on.
> 
> More
> here *and* there.
`)
  expect(
    bodyOf(html)
      ?.replace(/ style="[^"]*"/g, '')
      .split('\n'),
  ).toEqual([
    '<h2>Two <em>things</em></h2>',
    '<p>A <strong>strong</strong> word, gone on, and <a href="https://help.example.com/base/help/">a <em>link</em></a>.</p>',
    '<ul><li><p>one</p></li><li><p>two, gone on</p><p>and on</p></li></ul>',
    '<ol><li><p>first</p></li><li><p><a href="https://x.example/?a=1&#38;b=2">last</a></p></li></ol>',
    '<blockquote><p>Quoted on.</p><p>More<br>here *and* there.</p></blockquote>',
  ])
})

test('a paragraph or an item that names what is empty is left out', () => {
  const body = 'Hello {{name}},\n\n- A: {{a}}\n- B: {{b}}\n\n> {{gone}}\n\n1. {{gone}}\n\nEnd.'
  expect(render(body, { b: 'here' }).text).toBe('- B: here\n\nEnd.\n')
  expect(render(body, {}).text).toBe('End.\n')
})

test('what is put in is never read as Markdown, HTML or a variable', () => {
  const value = '**x** [y](https://evil.example) <a href="https://evil.example">z</a> {{b}} "\'&'
  const { text, html } = render('{{a}}', { a: value, b: 'no' })
  expect(text).toBe(`${value}\n`)
  expect(bodyOf(html)).toBe(
    '<p style="margin:0 0 .75em"><bdi>**x** [y](https://evil.example) &#60;a href=&#34;https://evil.example&#34;&#62;z&#60;/a&#62; {{b}} &#34;&#39;&#38;</bdi></p>',
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
  expect(html).toContain('>مرحبا <bdi>Mia (Linde)</bdi></p>')
})

test('what steers terminals and not people is left out of what somebody wrote', () => {
  expect(render('{{a}}', { a: 'one\r\ntwo\rthree\u001B[31m\tfour' }).text).toBe('one\ntwo\nthree[31m\tfour\n')
})

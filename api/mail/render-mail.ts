import type { Nodes, RootContent } from 'mdast'
import { directionOf } from '../../content/direction-of.ts'
import { escapeHtml } from '../escape-html.ts'
import { variablePattern } from './mail-text.ts'

/** A mail as its file has it, in one language. */
export interface MailTemplate {
  locale: string
  subject: string
  /** Its Markdown, as read before anything is put in. */
  body: RootContent[]
}

/** A mail as it is sent. */
export interface RenderedMail {
  subject: string
  text: string
  html: string
}

type Variables = Record<string, string>

/** How what is in a text is written in some format; `inner` is what was written of what is inside. */
interface Format {
  text: (text: string) => string
  value: (value: string) => string
  node: (node: Nodes, inner: string[]) => string
}

const longestSubject = 200

/** Characters that end a line, or that turn around the order of those behind them. */
const unruly = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu

/** What somebody wrote, with the line breaks of one kind and without what only steers machines. */
const clean = (value: string): string => value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')

/** Puts values in; null where one of them is empty. */
function fill(text: string, variables: Variables, { text: write, value }: Pick<Format, 'text' | 'value'>) {
  let filled = ''
  let end = 0
  for (const match of text.matchAll(variablePattern)) {
    const said = clean(variables[match[1] ?? ''] ?? '')
    if (said === '') return null
    filled += write(text.slice(end, match.index)) + value(said)
    end = match.index + match[0].length
  }
  return filled + write(text.slice(end))
}

const isGroup = (node: Nodes) => ['blockquote', 'list', 'listItem'].includes(node.type)

/** Writes a part of a mail; null where it names a variable that is empty. Of a list or a quote only what is left counts. */
function write(node: Nodes, variables: Variables, format: Format): string | null {
  if (node.type === 'text') return fill(node.value.replaceAll('\n', ' '), variables, format)
  const inner = 'children' in node ? node.children.map((child) => write(child, variables, format)) : []
  const left = inner.filter((one) => one !== null)
  const isGone = isGroup(node) ? left.length === 0 : left.length < inner.length
  return isGone ? null : format.node(node, left)
}

const asIs = (text: string) => text

const plain = (toWhole: (url: string) => string): Format => ({
  text: asIs,
  value: asIs,
  node(node, inner) {
    switch (node.type) {
      case 'list':
        return inner.map((item, index) => `${node.ordered ? `${index + 1}.` : '-'} ${item}`).join('\n')
      case 'listItem':
        return inner.join('\n').replaceAll('\n', '\n  ')
      case 'blockquote':
        return inner.join('\n\n').replace(/^/gm, '> ')
      case 'break':
        return '\n'
      case 'link':
        return `${inner.join('')} <${toWhole(node.url)}>`
      default:
        return inner.join('')
    }
  },
})

const listStyle = 'margin:0 0 .75em'
const quoteStyle = 'margin:0 0 .75em;padding:.75em 12px 1px;border-inline-start:3px solid #8a9a7b'

const html = (toWhole: (url: string) => string): Format => ({
  text: escapeHtml,
  // Its own direction, whatever the language around it.
  value: (value) => `<bdi>${escapeHtml(value).replaceAll('\n', '<br>')}</bdi>`,
  node(node, inner) {
    const content = inner.join('')
    switch (node.type) {
      case 'heading':
        return `<h2 style="font-size:1.1em">${content}</h2>`
      case 'blockquote':
        return `<blockquote style="${quoteStyle}">${content}</blockquote>`
      case 'list':
        return node.ordered ? `<ol style="${listStyle}">${content}</ol>` : `<ul style="${listStyle}">${content}</ul>`
      case 'listItem':
        return `<li>${content}</li>`
      case 'strong':
        return `<strong>${content}</strong>`
      case 'emphasis':
        return `<em>${content}</em>`
      case 'link':
        return `<a href="${escapeHtml(toWhole(node.url))}">${content}</a>`
      case 'break':
        return '<br>'
      default:
        return `<p style="margin:0 0 .75em">${content}</p>`
    }
  },
})

/** A subject in one line; it is needed whatever is empty. */
function writeSubject(subject: string, variables: Variables): string {
  const said = subject.replace(variablePattern, (_, name: string) => variables[name] ?? '')
  const line = said.replace(unruly, ' ').replace(/\s+/g, ' ').trim()
  return Array.from(line).slice(0, longestSubject).join('')
}

/**
 * Writes a mail as plain text and as HTML that fetches nothing. It sets no colours of text or ground, so that a program in
 * dark colours shows it in its own.
 *
 * @param options.publicUrl - What links that begin with a slash begin with.
 */
export function renderMail(
  { locale, subject, body }: MailTemplate,
  { variables, publicUrl }: { variables: Variables; publicUrl: string },
): RenderedMail {
  const toWhole = (url: string) => (url.startsWith('/') ? `${publicUrl}${url}` : url)
  const blocksIn = (format: Format) =>
    body.map((node) => write(node, variables, format)).filter((block) => block !== null)
  const line = writeSubject(subject, variables)
  return {
    subject: line,
    text: `${blocksIn(plain(toWhole)).join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(line)}</title>
</head>
<body style="margin:0">
<div role="main" style="max-width:36em;margin:0 auto;padding:24px 16px;font:16px/1.5 system-ui,sans-serif;overflow-wrap:break-word">
<h1 style="font-size:1.25em;margin:0 0 1em"><bdi>${escapeHtml(line)}</bdi></h1>
${blocksIn(html(toWhole)).join('\n')}
</div>
</body>
</html>
`,
  }
}

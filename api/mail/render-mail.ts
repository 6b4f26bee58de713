import { directionOf } from '../../content/direction-of.ts'
import { escapeHtml } from '../escape-html.ts'
import type { Block, Piece } from './parse-text.ts'

/** A mail as its file has it, in one language. */
export interface MailTemplate {
  locale: string
  subject: Piece[]
  body: Block[]
}

/** A mail as it is sent. */
export interface RenderedMail {
  subject: string
  text: string
  html: string
}

type Variables = Record<string, string>

/** How pieces become a text of some kind. */
interface Writer {
  text: (text: string) => string
  value: (value: string) => string
  strong: (inner: string) => string
  emphasis: (inner: string) => string
  link: (inner: string, url: string) => string
}

const longestSubject = 200

/** Characters that end a line, or that turn around the order of those behind them. */
const unruly = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu

/** What somebody wrote, with the line breaks of one kind and without what only steers machines. */
const clean = (value: string): string => value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')

const plain: Writer = {
  text: (text) => text,
  value: (value) => value,
  strong: (inner) => inner,
  emphasis: (inner) => inner,
  link: (inner, url) => `${inner} <${url}>`,
}

const html: Writer = {
  text: escapeHtml,
  // Its own direction, whatever the language around it.
  value: (value) => `<bdi>${escapeHtml(value).replaceAll('\n', '<br>')}</bdi>`,
  strong: (inner) => `<strong>${inner}</strong>`,
  emphasis: (inner) => `<em>${inner}</em>`,
  link: (inner, url) => `<a href="${escapeHtml(url)}">${inner}</a>`,
}

/** Writes pieces; null where they name a variable that is empty. */
function writePieces(pieces: Piece[], variables: Variables, writer: Writer): string | null {
  let written = ''
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      written += writer.text(piece.text)
    } else if (piece.kind === 'variable') {
      const value = clean(variables[piece.name] ?? '')
      if (value === '') return null
      written += writer.value(value)
    } else {
      const inner = writePieces(piece.pieces, variables, writer)
      if (inner === null) return null
      written += piece.kind === 'link' ? writer.link(inner, piece.url) : writer[piece.kind](inner)
    }
  }
  return written
}

const toPlain = (block: Block, write: (pieces: Piece[]) => string | null): string | null => {
  if (block.kind === 'list') {
    const items = block.items.map(write).filter((item) => item !== null)
    return items.length === 0
      ? null
      : items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item}`).join('\n')
  }
  const written = write(block.pieces)
  return block.kind === 'quote' && written !== null ? written.replace(/^/gm, '> ') : written
}

const quoteStyle = 'margin:0 0 1em;padding-inline-start:12px;border-inline-start:3px solid #8a9a7b'

const toHtml = (block: Block, write: (pieces: Piece[]) => string | null): string | null => {
  if (block.kind === 'list') {
    const items = block.items.map(write).filter((item) => item !== null)
    const tag = block.ordered ? 'ol' : 'ul'
    return items.length === 0
      ? null
      : `<${tag}>${items.map((item) => `<li style="margin-bottom:8px">${item}</li>`).join('')}</${tag}>`
  }
  const written = write(block.pieces)
  if (written === null) return null
  if (block.kind === 'quote') return `<blockquote dir="auto" style="${quoteStyle}">${written}</blockquote>`
  const tag = block.kind === 'heading' ? 'h2' : 'p'
  return `<${tag}>${written}</${tag}>`
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
  const writeIn = (writer: Writer) => (pieces: Piece[]) =>
    writePieces(pieces, variables, { ...writer, link: (inner, url) => writer.link(inner, toWhole(url)) })
  const blocksIn = (write: typeof toPlain, writer: Writer) =>
    body.map((block) => write(block, writeIn(writer))).filter((block) => block !== null)

  // A subject is needed whatever is empty.
  const line =
    writePieces(subject, variables, plain) ?? writePieces(subject.filter(isSaid(variables)), variables, plain)
  const oneLine = (line ?? '').replace(unruly, ' ').replace(/\s+/g, ' ').trim()
  const shown = Array.from(oneLine).slice(0, longestSubject).join('')
  return {
    subject: shown,
    text: `${blocksIn(toPlain, plain).join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(shown)}</title>
</head>
<body style="margin:0">
<div role="main" style="max-width:36em;margin:0 auto;padding:24px 16px;font:16px/1.5 system-ui,sans-serif;overflow-wrap:break-word">
<h1 style="font-size:1.25em;margin:0 0 1em"><bdi>${escapeHtml(shown)}</bdi></h1>
${blocksIn(toHtml, html).join('\n')}
</div>
</body>
</html>
`,
  }
}

const isSaid =
  (variables: Variables) =>
  (piece: Piece): boolean =>
    piece.kind !== 'variable' || (variables[piece.name] ?? '') !== ''

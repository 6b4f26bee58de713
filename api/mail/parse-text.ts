/** A piece of a line. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'variable'; name: string }
  | { kind: 'strong' | 'emphasis'; pieces: Piece[] }
  | { kind: 'link'; url: string; pieces: Piece[] }

/** What stands between empty lines. */
export type Block =
  { kind: 'paragraph' | 'heading' | 'quote'; pieces: Piece[] } | { kind: 'list'; ordered: boolean; items: Piece[][] }

/** A variable as templates name it. */
export const variablePattern = /\{\{\s*([^{}]*?)\s*\}\}/

const piece = new RegExp(
  [
    variablePattern.source,
    String.raw`\*\*(?<strong>.+?)\*\*`,
    String.raw`(?<!\w)_(?<emphasis>[^_]+)_(?!\w)`,
    String.raw`\[(?<label>[^\]]+)\]\((?<url>[^()\s]+)\)`,
  ].join('|'),
  'gs',
)

/** Reads a line, or several that belong together. */
export function parsePieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  const addText = (until: number) => {
    if (until > end) pieces.push({ kind: 'text', text: text.slice(end, until).replace(/\s+/g, ' ') })
  }
  for (const match of text.matchAll(piece)) {
    addText(match.index)
    end = match.index + match[0].length
    const { strong, emphasis, label, url } = match.groups ?? {}
    if (strong !== undefined) pieces.push({ kind: 'strong', pieces: parsePieces(strong) })
    else if (emphasis !== undefined) pieces.push({ kind: 'emphasis', pieces: parsePieces(emphasis) })
    else if (label !== undefined && url !== undefined) pieces.push({ kind: 'link', url, pieces: parsePieces(label) })
    else pieces.push({ kind: 'variable', name: match[1] ?? '' })
  }
  addText(text.length)
  return pieces
}

const bullet = /^- /
const number = /^\d+\. /

function parseBlock(text: string): Block {
  const all = (mark: RegExp) => text.replace(new RegExp(mark, 'gm'), '')
  if (/^#{2,3} /.test(text)) return { kind: 'heading', pieces: parsePieces(all(/^#+ /)) }
  if (text.startsWith('>')) return { kind: 'quote', pieces: parsePieces(all(/^> ?/)) }
  for (const mark of [bullet, number]) {
    if (!mark.test(text)) continue
    // What is indented goes on with the item above.
    const items = text.split(new RegExp(`\\n(?=${mark.source.slice(1)})`)).map((item) => item.replace(mark, ''))
    return { kind: 'list', ordered: mark === number, items: items.map(parsePieces) }
  }
  return { kind: 'paragraph', pieces: parsePieces(text) }
}

/**
 * Reads the text of a mail: the part of Markdown that every mail program can show. What was put in for variables is never
 * read as Markdown, since it is put in afterwards.
 */
export const parseText = (text: string): Block[] =>
  text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(parseBlock)

const unknownMarks: [RegExp, string][] = [
  [/!\[/, 'a picture'],
  [/<\/?[a-z!]/i, 'HTML'],
  [/^\s*\|/, 'a table'],
  [/^\s*(```|~~~)/, 'code'],
  [/^#(?!#{1,2} )/, 'a heading of this level'],
  [/^\s*([*+] |(-{3,}|\*{3,})\s*$)/, 'a mark of this kind'],
  [/\[[^\]]*\]\([^)]*\{\{/, 'a variable in the address of a link'],
]

/** What a line has that no mail shows; undefined where all is well. */
export const unknownMark = (line: string): string | undefined => unknownMarks.find(([mark]) => mark.test(line))?.[1]

import type { Nodes, Root, RootContent } from 'mdast'
import { markdownToMdast } from 'satteri'

/** A variable as texts of mails name it: `{{name}}`. */
export const variablePattern = /\{\{\s*([^{}]*?)\s*\}\}/g

/** What every mail program can show. */
const shown = new Set<Nodes['type']>([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'text',
  'strong',
  'emphasis',
  'link',
  'break',
])

/** Reads the text of a mail, without what stands above it. */
export function readMailText(text: string): RootContent[] {
  const { children } = markdownToMdast(text, { features: { frontmatter: true } }) as Root
  return children.filter(({ type }) => type !== 'yaml')
}

/** What a text has that no mail shows, each with its line. */
export function findUnshown(nodes: readonly Nodes[]): { line: number; what: string }[] {
  return nodes.flatMap((node) => {
    const line = node.position?.start.line ?? 1
    if (!shown.has(node.type)) return [{ line, what: inWords(node.type) }]
    const own =
      node.type === 'heading' && node.depth === 1
        ? 'a second title'
        : node.type === 'link' && /\{\{|%7B%7B/i.test(node.url)
          ? 'a variable in the address of a link'
          : undefined
    return [...(own ? [{ line, what: own }] : []), ...('children' in node ? findUnshown(node.children) : [])]
  })
}

const words: Partial<Record<Nodes['type'], string>> = {
  html: 'HTML',
  image: 'a picture',
  imageReference: 'a picture',
  thematicBreak: 'a line across',
  inlineCode: 'code',
}
const inWords = (type: Nodes['type']): string => words[type] ?? `a ${type}`

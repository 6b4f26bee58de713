import GithubSlugger from 'github-slugger'
import type { Heading, Nodes, PhrasingContent, Root, Yaml } from 'mdast'
import { markdownToMdast, mdxToMdast } from 'satteri'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { headingIdOf, withoutHeadingId } from '../../content/heading-id.ts'

/** Something in an article that points somewhere else, and the line it stands on. */
export interface Reference {
  url: string
  line: number
}

/** What a check needs to know of an article's source. */
export interface ArticleSource {
  /** Front matter as written, whatever it is. */
  frontMatter: unknown
  /** Line of a field of the front matter, or of its nearest parent; 1 where there is none. */
  lineOf: (path: readonly PropertyKey[]) => number
  /** What comes after the front matter. */
  body: string
  /** `isTaken`: written with a name, `{#name}`, that a heading before it has. */
  headings: { depth: number; text: string; line: number; isTaken: boolean }[]
  /** Everything a `#fragment` can point at. */
  ids: Set<string>
  links: Reference[]
  images: ImageReference[]
}

/** An image of an article. */
export interface ImageReference extends Reference {
  /** Null where the author has written none. */
  alt: string | null
  /** True where it is written as a tag: only what is written in Markdown is brought along with the page. */
  isTag: boolean
}

/** An article that no parser understands, with the line where it gave up. */
export class UnreadableArticle extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

/** Reads Markdown or MDX. */
export function readArticle(text: string, format: 'md' | 'mdx'): ArticleSource {
  const tree = parse(text, format)
  const slugger = new GithubSlugger()
  const source: ArticleSource = {
    ...readFrontMatter(tree),
    body: text.slice(frontMatterOf(tree)?.position?.end.offset ?? 0),
    headings: [],
    ids: new Set(),
    links: [],
    images: [],
  }
  const nodes = nodesIn(tree)
  const altOfDefinition = readImageReferences(nodes)

  for (const node of nodes) {
    const line = lineOfNode(node)
    if (node.type === 'heading') {
      const id = headingIdOf(node.children)
      const words = id === undefined ? textOf(node) : withoutHeadingId(textOf(node))
      source.headings.push({ depth: node.depth, text: words, line, isTaken: id !== undefined && source.ids.has(id) })
      // What is written is taken as well: a heading of that text gets a number.
      const free = slugger.slug(id ?? words)
      source.ids.add(id ?? free)
    } else if (node.type === 'definition' && altOfDefinition.has(node.identifier)) {
      source.images.push({ url: node.url, alt: altOfDefinition.get(node.identifier) ?? null, isTag: false, line })
    } else if (node.type === 'link' || node.type === 'definition') {
      source.links.push({ url: node.url, line })
    } else if (node.type === 'image') {
      source.images.push({ url: node.url, alt: node.alt?.trim() ? node.alt : null, isTag: false, line })
    } else if (node.type === 'html') {
      readHtml(node.value, line, source)
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      readElement(node, line, source)
    }
  }
  return source
}

/** A node and all below it, in the order of the text. */
function nodesIn(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesIn) : [])]
}

function parse(text: string, format: 'md' | 'mdx'): Root {
  try {
    return (format === 'mdx' ? mdxToMdast : markdownToMdast)(text, { features: { frontmatter: true } }) as Root
  } catch (error) {
    // “7:1: Expected a closing tag for `<Note>` (7:1) (mdx-jsx:unexpected-character)”
    const { message } = error as Error
    const [, line = '1', reason = message] = /^(\d+):\d+: (.*?)(?: \([\w-]+:[\w-]+\))?$/s.exec(message) ?? []
    throw new UnreadableArticle(reason, Number(line))
  }
}

/** Alternative texts of images written as `![text][name]`, by the name of the definition that has their address. */
function readImageReferences(nodes: readonly Nodes[]) {
  const alts = new Map<string, string | null>()
  for (const node of nodes) {
    if (node.type === 'imageReference') alts.set(node.identifier, node.alt?.trim() ? node.alt : null)
  }
  return alts
}

const frontMatterOf = (tree: Root) => tree.children.find((child): child is Yaml => child.type === 'yaml')

function readFrontMatter(tree: Root): Pick<ArticleSource, 'frontMatter' | 'lineOf'> {
  const node = frontMatterOf(tree)
  if (!node) return { frontMatter: {}, lineOf: () => 1 }
  // The YAML begins on the line after the fence.
  const offset = lineOfNode(node)
  const lines = new LineCounter()
  const document = parseDocument(node.value, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error) {
    const detail = `The front matter is not valid YAML: ${error.message}`
    throw new UnreadableArticle(detail, lines.linePos(error.pos[0]).line + offset)
  }
  const lineOf = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length > 0; length--) {
      const found = document.getIn(path.slice(0, length), true)
      if (isNode(found) && found.range) return lines.linePos(found.range[0]).line + offset
    }
    return 1
  }
  return { frontMatter: document.toJS(), lineOf }
}

/** HTML inside Markdown is one piece of text to its parser, so attributes are read from its tags. */
function readHtml(text: string, line: number, source: ArticleSource) {
  const html = text.replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
  for (const tag of html.matchAll(/<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)) {
    const [, name = '', attributes = ''] = tag
    const read = new Map(
      [...attributes.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(
        ([, key = '', double, single, bare]) => [key.toLowerCase(), double ?? single ?? bare ?? ''] as const,
      ),
    )
    const before = html.slice(0, tag.index).split('\n').length - 1
    readAttributes(name.toLowerCase(), read, { line: line + before, source })
  }
}

function readElement(node: Extract<Nodes, { type: `mdxJsx${string}` }>, line: number, source: ArticleSource) {
  const attributes = node.attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute') return []
    // What is computed cannot be checked here: only that it is there.
    return [[attribute.name, typeof attribute.value === 'object' ? undefined : (attribute.value ?? '')] as const]
  })
  if (node.name) readAttributes(node.name, new Map(attributes), { line, source })
}

function readAttributes(
  name: string,
  attributes: ReadonlyMap<string, string | undefined>,
  { line, source }: { line: number; source: ArticleSource },
) {
  const [id, href, src] = [attributes.get('id'), attributes.get('href'), attributes.get('src')]
  if (id) source.ids.add(id)
  if (href !== undefined) source.links.push({ url: href, line })
  if (!['img', 'Image', 'Picture'].includes(name)) return
  // `alt=""` written by hand says that a picture is only decoration; a computed address is for the build to check.
  const alt = attributes.has('alt') ? (attributes.get('alt') ?? '') : null
  const isComputed = attributes.has('src') && src === undefined
  source.images.push({ url: isComputed ? 'computed:' : (src ?? ''), alt, isTag: true, line })
}

function textOf(node: Heading | PhrasingContent): string {
  if ('children' in node) return node.children.map(textOf).join('')
  return node.type === 'text' || node.type === 'inlineCode' ? node.value : ''
}

function lineOfNode(node: Nodes) {
  return node.position?.start.line ?? 1
}

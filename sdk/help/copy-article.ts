import type { Attributes, Child } from '../ui/element.ts'

/** What of a node is read: that of a parsed document, and any tree like it. */
export interface SourceNode {
  nodeType: number
  textContent: string | null
  childNodes: Iterable<SourceNode>
  localName?: string
  getAttribute?(name: string): string | null
}

/** How a copy is made. */
export interface Copying<Made extends Child> {
  make(tag: string, attributes: Attributes, ...children: (Made | string)[]): Made
  /** Path of the page that is copied, from the root of its help center. */
  path: string
  /** Where that root is for pictures, and for pages. */
  pictures: string
  pages: string
  /** What a link to an address does. */
  linkTo(address: URL): Attributes
}

/** Elements that are copied, with the attributes that are copied besides those of `everywhere`. */
const kept: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    'p ul thead tbody tfoot tr caption table pre code kbd samp strong em b i s del ins sub sup br hr blockquote dl dt dd figure figcaption summary mark q cite small time'
      .split(' ')
      .map((tag) => [tag, []]),
  ),
  ol: ['start', 'reversed'],
  li: ['value'],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  details: ['open'],
  abbr: ['title'],
  img: ['alt', 'width', 'height'],
}

/** Below the heading of the article. */
const headings: Record<string, string> = { h1: 'h3', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6', h6: 'h6' }

/** Elements that are left out with all that is in them. Any other that is not known is left out, and what is in it stays. */
const dropped =
  /^(script|style|template|noscript|svg|math|button|input|select|textarea|object|embed|head|link|meta|canvas|dialog|base|title|frame|frameset|applet|portal)$/

const everywhere = ['lang', 'dir']
const classes = /^(callout(-(note|tip|important|warning|caution|title))?|table-scroll)$/
const [isElement, isText] = [1, 3]

/** Before ids, which are those of the article and not of the panel. */
export const idPrefix = 'article-'

/** Copies what belongs to a text and nothing else: what could act, load or look in some way of its own stays behind. */
export const copyArticle = <Made extends Child>(
  nodes: Iterable<SourceNode>,
  copying: Copying<Made>,
): (Made | string)[] => [...nodes].flatMap((node) => copyNode(node, copying))

const copyNode = <Made extends Child>(node: SourceNode, copying: Copying<Made>): (Made | string)[] => {
  const { make, path, pictures, pages, linkTo } = copying
  if (node.nodeType === isText) return [node.textContent ?? '']
  const tag = node.localName ?? ''
  const attribute = (name: string) => node.getAttribute?.(name) ?? null
  if (node.nodeType !== isElement || dropped.test(tag)) return []
  if (tag === 'iframe' || tag === 'video' || tag === 'audio') {
    const address = addressOf(attribute('src'), pages, path)
    const words = attribute('title') ?? attribute('aria-label') ?? address?.host
    return address && words ? [make('p', {}, make('a', linkTo(address), words))] : []
  }
  const inside = copyArticle(isVideo(attribute('class')) ? onlyLinks(node) : node.childNodes, copying)
  if (tag === 'a') {
    const address = addressOf(attribute('href'), pages, path)
    // Without words, as beside headings, nobody could see it.
    if (!node.textContent?.trim() && !inside.some((child) => typeof child !== 'string')) return []
    return address ? [make('a', linkTo(address), ...inside)] : inside
  }
  const looks = (attribute('class') ?? '').split(/\s+/).filter((each) => classes.test(each))
  // Boxes that say nothing by their looks fall away.
  const isBox = tag === 'div' && looks.length > 0
  if (!isBox && !Object.hasOwn(headings, tag) && !Object.hasOwn(kept, tag)) return inside
  const attributes: Attributes = {}
  for (const each of [...everywhere, ...(kept[tag] ?? [])]) {
    const value = attribute(each)
    if (value !== null) attributes[each] = value
  }
  const id = attribute('id')
  if (id) attributes['id'] = idPrefix + id
  if (looks.length > 0) attributes['class'] = looks.join(' ')
  if (tag === 'blockquote' && attribute('role') === 'note') {
    Object.assign(attributes, { role: 'note', 'aria-label': attribute('aria-label') })
  }
  // Wider than the panel, they scroll by keyboard too.
  if (tag === 'pre' || looks.includes('table-scroll')) attributes['tabindex'] = 0
  if (tag === 'img') {
    const address = addressOf(attribute('src'), pictures, path)
    if (!address || !/^https?:$/.test(address.protocol)) return [attribute('alt') ?? '']
    Object.assign(attributes, { src: address.href, alt: attribute('alt') ?? '', loading: 'lazy' })
  }
  return [make(headings[tag] ?? tag, attributes, ...inside)]
}

const safe = ['http:', 'https:', 'mailto:', 'tel:']

const addressOf = (link: string | null, root: string, path: string): URL | undefined => {
  try {
    const address = new URL(link?.replace(/^\/(?!\/)/, `${root}/`) ?? '', root + path)
    return link !== null && safe.includes(address.protocol) ? address : undefined
  } catch {
    return undefined
  }
}

const isVideo = (names: string | null) => !!names?.split(/\s+/).includes('video')

/** Of a video that waits to be played: the paragraph with its link. */
const onlyLinks = ({ childNodes }: SourceNode) => [...childNodes].slice(0, 1)

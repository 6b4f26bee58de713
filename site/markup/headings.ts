import GithubSlugger from 'github-slugger'
import { fill } from '../i18n/fill.ts'
import { element, type Element, type ElementVisitor } from './element.ts'
import { headingIdOf, withoutHeadingId } from '../../content/heading-id.ts'

/**
 * Headings have a link to themselves. It stands beside the heading, so that it is no part of its name. One that ends with
 * `{#name}` has that name in its address.
 *
 * @param label - Name of the link, with a place for `{heading}`.
 */
export function headings(label: string): ElementVisitor {
  // Of one article: a heading that comes twice gets a number.
  const slugger = new GithubSlugger()
  return {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    visit(node, context) {
      const written = headingIdOf(node.children)
      const text = context.textContent(node)
      const heading = written === undefined ? text : withoutHeadingId(text)
      if (written !== undefined) context.setProperty(node, 'children', withoutId(node))
      const own = node.properties['id']
      // What is written is taken as well: a heading of that text gets a number.
      const free = slugger.slug(written ?? heading)
      const id = written ?? (typeof own === 'string' ? own : free)
      context.setProperty(node, 'id', id)
      if (!/h[234]/.test(node.tagName)) return
      const link = element('a', { className: ['anchor'], href: `#${id}`, ariaLabel: fill(label, { heading }) })
      context.wrapNode(node, element('div', { className: ['heading'] }, link))
    },
  }
}

function withoutId({ children }: Element): Element['children'] {
  const last = children.at(-1)
  return last?.type === 'text' ? children.with(-1, { type: 'text', value: withoutHeadingId(last.value) }) : children
}

import GithubSlugger from 'github-slugger'
import { fill } from '../i18n/fill.ts'
import { element, type ElementVisitor } from './element.ts'

/**
 * Headings have a link to themselves. It stands beside the heading, so that it is no part of its name.
 *
 * @param label - Name of the link, with a place for `{heading}`.
 */
export function headings(label: string): ElementVisitor {
  // Of one article: a heading that comes twice gets a number.
  const slugger = new GithubSlugger()
  return {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    visit(node, context) {
      const heading = context.textContent(node)
      const id = typeof node.properties['id'] === 'string' ? node.properties['id'] : slugger.slug(heading)
      context.setProperty(node, 'id', id)
      if (!/h[234]/.test(node.tagName)) return
      const link = element('a', { className: ['anchor'], href: `#${id}`, ariaLabel: fill(label, { heading }) })
      context.wrapNode(node, element('div', { className: ['heading'] }, link))
    },
  }
}

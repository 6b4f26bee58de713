import { addressOfLink } from '../../content/article-address.ts'
import type { ElementVisitor } from './element.ts'

/**
 * A link to the file of another article leads to its page.
 *
 * @param path - Of the article, below the folder of all articles.
 */
export const links = (path: string): ElementVisitor => ({
  filter: ['a'],
  visit(node, context) {
    const address = addressOfLink(node.properties['href'] ?? '', path)
    if (address !== null) context.setProperty(node, 'href', address)
  },
})

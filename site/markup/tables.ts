import { element, type ElementVisitor } from './element.ts'

/** Tables scroll on a phone. */
export const tables: ElementVisitor = {
  filter: ['table'],
  visit(node, context) {
    // Focusable, so that a table that is wider than the screen scrolls with the arrow keys.
    context.wrapNode(node, element('div', { className: ['table-scroll'], tabIndex: 0 }))
  },
}

/** The alignment of a column comes as a style attribute, which the content security policy refuses. */
export const cells: ElementVisitor = {
  filter: ['th', 'td'],
  visit(node, context) {
    const alignment = /text-align:\s*(\w+)/.exec(node.properties['style'] ?? '')?.[1]
    if (alignment === undefined) return
    context.setProperty(node, 'style', null)
    context.setProperty(node, 'className', [`align-${alignment}`])
  },
}

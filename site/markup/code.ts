import { element, type ElementVisitor } from './element.ts'

/** Names that say of a block only that it is no code of any language. */
const languageless = /^(text|txt|plain|plaintext)$/

/** Blocks of code say their language, and have room for the button that copies them. */
export const code: ElementVisitor = {
  filter: ['pre'],
  visit(node, context) {
    const [child] = node.children
    const classes = child?.type === 'element' ? child.properties['className'] : undefined
    const language = /(?:^|\s)language-(\S+)/.exec(Array.isArray(classes) ? classes.join(' ') : '')?.[1]
    // Focusable, so that lines that are wider than the screen scroll with the arrow keys.
    context.setProperty(node, 'tabIndex', 0)
    const isNamed = language !== undefined && !languageless.test(language)
    context.wrapNode(node, element('div', { className: ['code'], ...(isNamed && { dataLanguage: language }) }))
  },
}

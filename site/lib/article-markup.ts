import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri'

type HastPlugin = NonNullable<SatteriProcessorOptions['hastPlugins']>[number]

/** Opening words of a blockquote that make it a callout, by kind. */
const callouts: Record<string, RegExp> = {
  tip: /^\s*(tip|good to know|conseil|astuce|bon à savoir|tipp)\b/iu,
  warning: /^\s*(warning|careful|caution|attention|important|achtung)\b/iu,
}

/** What articles get beyond Markdown: tables that scroll on a phone, blockquotes that say their kind. */
export const articleMarkup: HastPlugin = {
  name: 'article-markup',
  element: [
    {
      filter: ['table'],
      visit(node, context) {
        context.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          // Focusable, so that a table that is wider than the screen scrolls with the arrow keys.
          properties: { className: ['table-scroll'], tabIndex: 0 },
          children: [],
        })
      },
    },
    {
      // The alignment of a column comes as a style attribute, which the content security policy refuses.
      filter: ['th', 'td'],
      visit(node, context) {
        const alignment = /text-align:\s*(\w+)/.exec(node.properties.style ?? '')?.[1]
        if (alignment === undefined) return
        context.setProperty(node, 'style', null)
        context.setProperty(node, 'className', [`align-${alignment}`])
      },
    },
    {
      filter: ['blockquote'],
      visit(node, context) {
        const text = context.textContent(node)
        const kind = Object.keys(callouts).find((name) => callouts[name]?.test(text)) ?? 'note'
        context.setProperty(node, 'className', ['callout', `callout-${kind}`])
      },
    },
  ],
}

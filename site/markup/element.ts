import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri'

type Entry = NonNullable<SatteriProcessorOptions['hastPlugins']>[number]

/** Changes the HTML that an article's Markdown becomes. */
export type MarkupPlugin = Exclude<Extract<Entry, { name: string }>, (...args: never[]) => unknown>

/** What is done with the elements of certain names. */
export type ElementVisitor = Extract<NonNullable<MarkupPlugin['element']>, readonly unknown[]>[number]

/** An element as the visitors meet it. */
export type Element = Parameters<ElementVisitor['visit']>[0]

/** A piece of HTML to put into an article. */
export function element(
  tagName: string,
  properties: Element['properties'],
  ...children: (Element | string)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  }
}

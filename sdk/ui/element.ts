/** What an element can have: attributes, handlers (`onclick`), and the properties `checked` and `value`. */
export type Attributes = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>

/** What can be in an element. Nothing keeps its place, so that what follows stays the same element. */
export type Child = Node | string | number | boolean | null | undefined | readonly Child[]

const svgTags = /svg|path|rect/

/**
 * Makes an element. Text is only ever text, and nothing here needs a permission from a Content Security Policy.
 *
 * @example
 * ```ts
 * el('a', { href: '/help/' }, 'Help')
 * ```
 */
export const el = (tag: string, attributes: Attributes | null, ...children: Child[]): HTMLElement => {
  const element = (
    svgTags.test(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag)
  ) as HTMLElement
  const own = element as unknown as Attributes
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function' || name === 'checked' || name === 'value') own[name] = value
    else if (name === 'style') element.style.cssText = `${value}`
    else if (value !== false && value != null) element.setAttribute(name, value === true ? '' : `${value}`)
  }
  // Whatever the server says: no text runs as a script.
  if ((element as HTMLAnchorElement).protocol === 'javascript:') element.removeAttribute('href')
  // What is no node becomes text, numbers too.
  element.append(
    ...(children.flat(9) as (Node | string)[]).map(
      (child: Child) => (child || child === 0 ? child : '') as Node | string,
    ),
  )
  return element
}

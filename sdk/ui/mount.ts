import tokens from 'cairn:tokens'
import base from './base.css'
import { morph } from './morph.ts'

/** A view on the page. It is given all it shows each time and keeps nothing of it. */
export interface Mounted<Props> {
  box: HTMLElement
  update(props: Props): void
  remove(): void
}

/**
 * Puts a view with its styles into the shadow root. A view makes all it shows from its props, each time anew. Adopted
 * sheets need no permission from a style policy.
 */
export const mount = <Props>(
  root: ShadowRoot,
  { view, css, tag = 'div' }: { view: (props: Props) => Node; css: string; tag?: string },
): Mounted<Props> => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(tokens + base + css)
  root.adoptedStyleSheets.push(sheet)
  const box = document.createElement(tag)
  box.className = 'part'
  root.append(box)
  return {
    box,
    update: (props) => morph(box, [view(props)]),
    remove: () => {
      box.remove()
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet)
    },
  }
}

import tokens from 'cairn:tokens'
import base from './base.css'
import { linger } from './linger.ts'
import { morph } from './morph.ts'
import type { Part } from './part.ts'

/**
 * Puts a view with its styles into the shadow root. A view makes all it shows from its props, each time anew. Adopted
 * sheets need no permission from a style policy.
 */
export const mount = <Props>(
  root: ShadowRoot,
  { view, css }: { view: (props: Props) => Node; css: string },
): Part<Props> => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(tokens + base + css)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const box = document.createElement('div')
  box.className = 'part'
  root.append(box)
  let stop: (() => void) | undefined
  return {
    box,
    update: (props) => morph(box, [view(props)]),
    linger: (milliseconds, end) => {
      stop = linger(box, milliseconds, end)
    },
    remove: () => {
      stop?.()
      box.remove()
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet)
    },
  }
}

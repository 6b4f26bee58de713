import tokens from 'cairn:tokens'
import { h, render } from 'preact'
import type { FunctionComponent } from 'preact'
import base from './base.css'
import type { Part } from './part.ts'

/** Puts a view with its styles into the shadow root. Adopted sheets need no permission from a style policy. */
export const mount = <Props extends object>(
  root: ShadowRoot,
  { view, css, props }: { view: FunctionComponent<Props>; css: string; props?: Props },
): Part<Props> => {
  const sheets = [...(root.adoptedStyleSheets.length ? [] : [tokens + base]), css].map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets]
  const box = document.createElement('div')
  box.className = 'part'
  root.append(box)
  const update = (next: Props) => render(h(view, next), box)
  if (props) update(props)
  return {
    update,
    remove: () => {
      render(null, box)
      box.remove()
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== sheets.at(-1))
    },
  }
}

/**
 * Gives a banner room in the page by the size of `<cairn-root>` itself, before or after the body: nothing of the page is
 * changed.
 *
 * @returns a function that gives the room back
 */
export const pushAside = (root: ShadowRoot, banner: Element, edge: 'top' | 'bottom'): (() => void) => {
  const { host } = root
  const room = new CSSStyleSheet()
  root.adoptedStyleSheets.push(room)
  const sizes = new ResizeObserver(() => {
    room.replaceSync(
      `:host { position: relative !important; inset: 0 !important; width: auto !important; height: ${banner.clientHeight}px !important }`,
    )
  })
  sizes.observe(banner)
  if (edge === 'top') document.body.before(host)
  return () => {
    sizes.disconnect()
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== room)
    document.documentElement.append(host)
  }
}

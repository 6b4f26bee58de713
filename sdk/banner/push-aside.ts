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
  const stopWaiting = edge === 'top' ? onceLeft(root, () => document.body.before(host)) : undefined
  return () => {
    sizes.disconnect()
    stopWaiting?.()
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== room)
    if (edge === 'top') document.documentElement.append(host)
  }
}

/** Acts when nobody has the focus in there: what is moved loses it, and the page would get what is typed. */
const onceLeft = (root: ShadowRoot, act: () => void): (() => void) => {
  const look = () => {
    if (root.activeElement) return
    clearInterval(timer)
    act()
  }
  const timer = setInterval(look, 250)
  look()
  return () => clearInterval(timer)
}

/**
 * Has the links in a root open in a new tab, and nothing but the link itself hear of its click: the help panel would take
 * articles in, and a router of the page leave it. It has to listen before those do.
 */
export const openBeside = (root: () => ShadowRoot | undefined, signal: AbortSignal): void => {
  const listen = (event: MouseEvent) => {
    const path = event.composedPath()
    const link = path.find((node) => node instanceof HTMLAnchorElement)
    const within = root()
    if (!link || !within || !path.includes(within)) return
    event.stopImmediatePropagation()
    Object.assign(link, { target: '_blank', rel: 'noopener' })
    link.onclick?.(event as PointerEvent)
  }
  addEventListener('click', listen, { capture: true, signal })
}

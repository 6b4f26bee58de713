/** A layer above everything on the page. */
export interface TopLayer {
  /** Brings it there again, where something of the page has come above it. */
  raise(target: Element | null): void
  /** Gives the element of Cairn back its place. */
  leave(): void
}

/**
 * Shows a popover above the page. What lies outside of a modal dialog can be neither clicked nor reached, so while the
 * page shows one, `<cairn-root>` moves into it.
 */
export const keepOnTop = (layer: HTMLElement): TopLayer => {
  const { host } = layer.getRootNode() as ShadowRoot
  const listening = new AbortController()
  let parent: Element = document.documentElement
  const move = (next: Element) => {
    // Taken off by the page, it comes back by itself, or not; within a dialog nobody else sees to that.
    if (!host.parentNode && parent === next && next === document.documentElement) return
    parent = next
    if (host.parentNode !== next) next.append(host)
  }
  const raise = (target: Element | null) => {
    move(dialogAround(target) ?? [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement)
    if (layer.isConnected && !layer.matches(':popover-open')) layer.showPopover()
  }
  layer.popover = 'manual'
  raise(null)
  // A dialog that the page takes off takes with it what moved into it.
  const leaving = new MutationObserver(() => {
    if (parent !== document.documentElement && !parent.isConnected) raise(null)
  })
  leaving.observe(document, { childList: true, subtree: true })
  document.addEventListener(
    'toggle',
    (event) => {
      // Of two popovers the one that was opened last is above.
      if (event.newState !== 'open' || !(event.target as Element).matches('[popover]')) return
      layer.hidePopover()
      layer.showPopover()
    },
    { capture: true, signal: listening.signal },
  )
  return {
    raise,
    leave: () => {
      listening.abort()
      leaving.disconnect()
      move(document.documentElement)
    },
  }
}

/** The modal dialog of the page in which an element is. */
export const dialogAround = (element: Element | null): Element | null => {
  for (let node = element; node; node = node.parentElement ?? (node.getRootNode() as ShadowRoot).host) {
    if (node.matches('dialog:modal')) return node
  }
  return null
}

/** The one element that Cairn adds to a page, and the root of everything in it. */
export interface Host {
  root: ShadowRoot
  remove(): void
}

/** Puts `<cairn-root>` on the page. */
export const createHost = (): Host => {
  const element = document.createElement('cairn-root')
  const root = element.attachShadow({ mode: 'open' })
  for (const type of ['keydown', 'keypress', 'keyup']) {
    // Shortcuts of the page must not fire while somebody types an answer; Escape may still close its dialogs.
    element.addEventListener(type, (event) => (event as KeyboardEvent).key === 'Escape' || event.stopPropagation())
  }
  // Beside the body, not in it: a transformed body would move what is fixed, and routers replace what is in it.
  document.documentElement.append(element)
  return { root, remove: () => element.remove() }
}

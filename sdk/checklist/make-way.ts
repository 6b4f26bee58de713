/**
 * Marks the box as `away` while somebody writes in a field of the page, or scrolls down, until they scroll up again:
 * styles decide what then gets out of the way. At the end of the page is what somebody scrolled for.
 *
 * @returns a function that stops it
 */
export const makeWay = ({ classList }: HTMLElement): (() => void) => {
  const listening = new AbortController()
  // Scrolling of what is in the page does not bubble.
  const listen = (type: string, listener: (event: Event) => void) =>
    document.addEventListener(type, listener, { capture: true, signal: listening.signal })
  let last = 0
  let isWriting = false
  let isReading = false
  const mark = () => classList.toggle('away', isWriting || isReading)

  for (const type of ['focusin', 'focusout']) {
    listen(type, ({ target }) => {
      isWriting = type === 'focusin' && (target as Element).matches('input, textarea, select, [contenteditable]')
      mark()
    })
  }
  listen('scroll', ({ target }) => {
    // A page without a doctype scrolls its body.
    const { scrollTop, scrollHeight, clientHeight } = (target as Document).scrollingElement ?? (target as Element)
    isReading = scrollTop > last || scrollTop + clientHeight > scrollHeight - 2
    last = scrollTop
    mark()
  })
  return () => listening.abort()
}

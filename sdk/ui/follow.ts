/** Looks until nothing moved for so many frames, and again when something may have. */
const stillFrames = 5
const searchEvery = 100
const lookEvery = 200

/**
 * Follows an element that may come late, move, be replaced or go away: `onLook` gets it with its box whenever it may be
 * elsewhere, null while it is not there. `find` is given the element that it found last, to keep it or find another.
 *
 * @returns a function that stops it
 */
export const follow = (
  find: (known: Element | null) => Element | null,
  onLook: (element: Element | null, box: DOMRect | undefined) => void,
): (() => void) => {
  const listening = new AbortController()
  let element: Element | null = null
  let searchedAt = -searchEvery
  let last = ''
  let still = 0
  let frame = 0

  const look = (now: number) => {
    frame = 0
    element = element && find(element)
    // A page that changes with every frame must not be searched with every frame.
    if (!element && now - searchedAt >= searchEvery) {
      searchedAt = now
      element = find(null)
    }
    const box = element?.getBoundingClientRect()
    const place = box ? [box.x, box.y, box.width, box.height].join() : ''
    still = place === last ? still + 1 : 0
    last = place
    onLook(element, box)
    if (still < stillFrames && !listening.signal.aborted) wake()
  }
  const wake = () => {
    frame ||= requestAnimationFrame(look)
  }

  for (const type of ['scroll', 'resize']) addEventListener(type, wake, { capture: true, signal: listening.signal })
  const observer = new MutationObserver(wake)
  observer.observe(document, { childList: true, subtree: true, attributes: true })
  // What moves by a transition, or in a shadow tree, is noticed a moment later, and then followed frame by frame.
  const timer = setInterval(wake, lookEvery)
  // What is shown is laid out by then, in a frame of its own.
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(look)
  })
  return () => {
    listening.abort()
    observer.disconnect()
    clearInterval(timer)
    cancelAnimationFrame(frame)
  }
}

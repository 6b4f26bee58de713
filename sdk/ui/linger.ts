const tick = 250

/**
 * Calls `end` once the element has been left alone for a while. The time stands still while somebody moves the pointer
 * over it or has visible focus in it: nobody loses what they are reading.
 *
 * @returns a function that stops the wait
 */
export const linger = (element: HTMLElement, milliseconds: number, end: () => void): (() => void) => {
  let left = milliseconds
  let isPointedAt = false
  // A pointer that merely rests where the element appeared does not move, and does not hold it.
  element.onpointermove = () => {
    isPointedAt = true
  }
  element.onpointerleave = () => {
    isPointedAt = false
  }
  const timer = setInterval(() => {
    if (isPointedAt || element.querySelector(':focus-visible')) return
    left -= tick
    if (left > 0) return
    clearInterval(timer)
    end()
  }, tick)
  return () => clearInterval(timer)
}

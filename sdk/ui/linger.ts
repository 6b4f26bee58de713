/**
 * Calls `end` once the element has been left alone for a while. The time stands still while it is pointed at or has
 * visible focus: nobody loses what they are reading.
 *
 * @returns a function that stops the wait
 */
export const linger = (element: HTMLElement, milliseconds: number, end: () => void): (() => void) => {
  let left = milliseconds
  const timer = setInterval(() => {
    if (element.matches(':hover') || element.querySelector(':focus-visible')) return
    left -= 250
    if (left > 0) return
    clearInterval(timer)
    end()
  }, 250)
  return () => clearInterval(timer)
}

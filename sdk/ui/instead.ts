/** A handler that acts instead of the browser: a frame may be forbidden to send forms, and Enter presses their button too. */
export const instead =
  (act: () => void) =>
  (event: Event): void => {
    event.preventDefault()
    act()
  }

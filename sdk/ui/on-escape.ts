/** A handler that acts on Escape. It returns nothing: a handler that returns false would forbid the key everything else. */
export const onEscape =
  (act: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'Escape') act()
  }

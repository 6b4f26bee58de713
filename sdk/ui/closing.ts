import { el } from './element.ts'
import { icon } from './icon.ts'

/** The cross in a corner. */
export const closeButton = (label: string, onclick: () => void): HTMLElement =>
  el(
    'button',
    { type: 'button', class: 'icon', 'aria-label': label, title: label, onclick },
    icon('m4 4 8 8M12 4l-8 8'),
  )

/** A handler that acts on Escape. It returns nothing: a handler that returns false would forbid the key everything else. */
export const onEscape =
  (act: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'Escape') act()
  }

import { el } from './element.ts'
import { icon } from './icon.ts'

/** The cross in a corner. */
export const closeButton = (label: string, onclick: () => void): HTMLElement =>
  el(
    'button',
    { type: 'button', class: 'icon', 'aria-label': label, title: label, onclick },
    icon('m4 4 8 8M12 4l-8 8'),
  )

/** A handler that acts on Escape, which then closes nothing else; while a word is composed it is for that. */
export const onEscape =
  (act: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.isComposing || event.key !== 'Escape') return
    event.preventDefault()
    act()
  }

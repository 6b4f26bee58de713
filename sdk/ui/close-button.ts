import { el } from './element.ts'

/** The cross in a corner. */
export const closeButton = (label: string, onclick: () => void): HTMLElement =>
  el(
    'button',
    { type: 'button', class: 'icon', 'aria-label': label, title: label, onclick },
    icon('m4 4 8 8M12 4l-8 8'),
  )

/** A drawing of lines on a 16 by 16 grid. */
export const icon = (lines: string): HTMLElement =>
  el('svg', { class: 'lines', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, el('path', { d: lines }))

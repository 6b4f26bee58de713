import { el } from './element.ts'

/** A drawing of lines on a 16 by 16 grid. */
export const icon = (lines: string): HTMLElement =>
  el('svg', { class: 'lines', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, el('path', { d: lines }))

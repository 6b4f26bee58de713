import { el } from '../ui/element.ts'
import type { Attributes } from '../ui/element.ts'
import { icon } from '../ui/icon.ts'
import type { PanelProps } from './panel.ts'

/** A button with a picture. */
export const tool = (label: string, lines: string, attributes: Attributes): HTMLElement =>
  el('button', { type: 'button', class: 'icon', 'aria-label': label, title: label, ...attributes }, icon(lines))

/** Moves the panel off what it covers: to the other side or, on a phone, to the other end. */
export const moveButton = ({ stand, change }: PanelProps): HTMLElement =>
  tool('Move out of the way', stand.isRight ? 'M2 3h12v10H2zM6 3v10' : 'M2 3h12v10H2zM10 3v10', {
    onclick: () => change({ isRight: !stand.isRight }),
  })

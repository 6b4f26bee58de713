import type { Attributes, Child } from '../ui/element.ts'
import { el } from '../ui/element.ts'

/** A native radio or checkbox, and what is seen of it. */
export const option = (attributes: Attributes, ...words: Child[]): HTMLElement =>
  el('label', null, el('input', { type: 'radio', ...attributes }), el('span', null, words))

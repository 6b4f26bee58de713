import type { TourView } from '../../api/contract/guidance.ts'
import type { GuideWords } from '../i18n/guide-words.ts'
import { closeButton } from '../ui/closing.ts'
import { el } from '../ui/element.ts'
import { richText } from '../ui/rich-text.ts'

/** All that a step of a tour shows. */
export interface TourProps {
  step: TourView['steps'][number]
  number: number
  all: number
  words: GuideWords
  /** Where pictures are. */
  api: string
  /** Whether it stands in the middle. */
  isCentered: boolean
  /** Whether its target can be seen just now. */
  isThere: boolean
  /** What is said to those who listen. */
  said: string
  onNext(): void
  onBack(): void
  onClose(): void
}

/** A step: the light on its target, and the words beside it. */
export const tour = (props: TourProps): HTMLElement => {
  const { step, number, all, words, api, isCentered, isThere, said, onNext, onBack, onClose } = props
  const { kind, title, text, image, advance } = step
  const isLast = number === all
  return el(
    'div',
    { class: `tour ${isCentered ? 'centered' : kind}` },
    kind !== 'modal' && !isCentered && el('div', { class: 'light', hidden: !isThere }),
    el(
      'section',
      {
        class: 'speech told',
        // In the middle of a page that waits, the dialog around it has the role.
        role: kind !== 'modal' && 'dialog',
        'aria-labelledby': 'tip-title',
        'aria-describedby': 'tip-text',
        tabindex: -1,
        hidden: !isThere,
      },
      closeButton(words.close, onClose),
      image && el('img', { src: (image.src[0] === '/' ? api : '') + image.src, alt: image.alt }),
      el('h2', { id: 'tip-title' }, title),
      el('div', { class: 'rich', id: 'tip-text' }, richText(text)),
      el(
        'p',
        { class: 'way' },
        el('span', { class: 'muted' }, words.step(number, all)),
        number > 1 && el('button', { type: 'button', class: 'quieter', onclick: onBack }, words.back),
        !advance &&
          el('button', { type: 'button', class: 'button', onclick: onNext }, isLast ? words.done : words.next),
      ),
    ),
    el('p', { class: 'said', 'aria-live': 'polite' }, said),
  )
}

import type { AnnouncementView } from '../../api/contract/guidance.ts'
import type { GuideWords } from '../i18n/guide-words.ts'
import { closeButton, onEscape } from '../ui/closing.ts'
import { el } from '../ui/element.ts'
import { richText } from '../ui/rich-text.ts'
import { actionButtons } from './action-buttons.ts'

/** All that an announcement shows. */
export interface AnnouncementProps {
  definition: AnnouncementView
  words: GuideWords
  /** Where pictures and articles are. */
  api: string
  /** What is said to those who listen. */
  said: string
  onFollow(action: AnnouncementView['actions'][number]): void
  onClose(): void
}

/** Something to tell, in a corner or in the middle of the page. */
export const announcement = ({
  definition: { title, text, image, actions },
  words,
  api,
  said,
  onFollow,
  onClose,
}: AnnouncementProps): HTMLElement =>
  el(
    'div',
    { class: 'announcement' },
    el(
      'section',
      {
        class: 'card news told',
        'aria-labelledby': 'news-title',
        tabindex: -1,
        onkeydown: onEscape(onClose),
      },
      closeButton(words.close, onClose),
      image && el('img', { src: (image.src[0] === '/' ? api : '') + image.src, alt: image.alt }),
      el('h2', { id: 'news-title' }, title),
      el('div', { class: 'rich' }, richText(text)),
      actions.length > 0 && el('p', { class: 'way' }, actionButtons(actions, { api, onFollow })),
    ),
    el('p', { class: 'said', 'aria-live': 'polite' }, said),
  )

import type { AnnouncementView } from '../../api/contract/guidance.ts'
import { actionButtons } from '../announcement/action-buttons.ts'
import { guideWords } from '../i18n/guide-words.ts'
import type { GuideWords } from '../i18n/guide-words.ts'
import { closeButton } from '../ui/closing.ts'
import { el } from '../ui/element.ts'
import { mount } from '../ui/mount.ts'
import type { Show } from '../ui/part.ts'
import prose from '../ui/prose.css'
import { richText } from '../ui/rich-text.ts'
import css from './banner.css'
import { pushAside } from './push-aside.ts'

interface BannerProps {
  definition: AnnouncementView
  words: GuideWords
  api: string
  onFollow(action: AnnouncementView['actions'][number]): void
  onClose(): void
}

const banner = ({ definition: { title, text, edge, actions }, words, api, onFollow, onClose }: BannerProps) =>
  el(
    'section',
    { class: `banner ${edge}`, 'aria-label': title },
    el('strong', null, title),
    el('div', { class: 'rich' }, richText(text)),
    actions.length > 0 && el('p', { class: 'way' }, actionButtons(actions, { api, onFollow })),
    closeButton(words.close, onClose),
  )

/** Puts a banner along an edge of the page until it is closed. */
export const show: Show = (root, id, { state, translation, api, track, record, open, end }) => {
  const definition = state()?.announcements.find((known) => known.definition.id === id)?.definition
  if (!definition) throw new Error(`there is no ${id}`)
  const { box, update, remove } = mount(root, { view: banner, css: prose + css })
  update({
    definition,
    words: translation?.guide ?? guideWords,
    api,
    onFollow: ({ type, target }) => {
      track('announcement_followed', { announcement: id, target })
      if (type === 'open') open(target)
    },
    onClose: () => {
      record({ kind: 'banner', id }, 'dismissed')
      track('announcement_dismissed', { announcement: id })
      end()
    },
  })
  const shown = box.querySelector('section')
  const giveBack = definition.pushes && shown ? pushAside(root, shown, definition.edge) : undefined
  return {
    remove: () => {
      giveBack?.()
      remove()
    },
  }
}

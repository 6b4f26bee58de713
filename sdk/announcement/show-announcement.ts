import { guideWords } from '../i18n/guide-words.ts'
import { mount } from '../ui/mount.ts'
import type { Show } from '../ui/part.ts'
import prose from '../ui/prose.css'
import css from './announcement.css'
import { announcement } from './announcement.ts'

/** Tells something, once. */
export const show: Show = (root, id, { state, translation, api, track, open, end }) => {
  const definition = state()?.announcements.find((known) => known.definition.id === id)?.definition
  if (!definition) throw new Error(`there is no ${id}`)
  const isModal = definition.form === 'modal'
  const { box, update, remove } = mount(root, {
    view: announcement,
    css: prose + css,
    tag: isModal ? 'dialog' : 'div',
  })
  const close = () => {
    track('announcement_dismissed', { announcement: id })
    end()
  }
  const draw = (said: string) =>
    update({
      definition,
      words: translation?.guide ?? guideWords,
      api,
      said,
      onFollow: ({ type, target }) => {
        track('announcement_followed', { announcement: id, target })
        if (type === 'open') open(target)
        end()
      },
      onClose: close,
    })
  draw('')
  track('announcement_shown', { announcement: id })
  if (isModal) {
    const dialog = box as HTMLDialogElement
    dialog.setAttribute('aria-labelledby', 'news-title')
    dialog.oncancel = close
    dialog.showModal()
    box.querySelector<HTMLElement>('.news')?.focus()
  }
  // A live region is read when it changes, so it has to be there before its words are.
  const timer = setTimeout(() => draw(isModal ? '' : definition.title), 50)
  return {
    inCorner: true,
    remove: () => {
      clearTimeout(timer)
      // Gives the focus back.
      if (isModal) (box as HTMLDialogElement).close()
      remove()
    },
  }
}

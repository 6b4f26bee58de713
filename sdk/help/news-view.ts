import type { State } from '../../api/contract/state.ts'
import { actionButtons } from '../announcement/action-buttons.ts'
import { dayIn } from '../i18n/day-in.ts'
import { el } from '../ui/element.ts'
import { richText } from '../ui/rich-text.ts'
import type { Desk, View } from './desk.ts'
import { unseenNews } from './unseen-news.ts'

/** What was announced to this person, the latest first. Opened, it counts as seen. */
export const newsView = ({ scene, words, leaveFor }: Desk): View => {
  const { state, claim, track, api, locale } = scene
  const announcements = [...(state()?.announcements ?? [])].sort((one, other) =>
    (other.definition.from ?? '').localeCompare(one.definition.from ?? ''),
  )
  const unseen = unseenNews(state())
  const day = (at: string) => dayIn(locale, at, { dateStyle: 'long', timeZone: 'UTC' })

  const item = (announcement: State['announcements'][number]) => {
    const { id, title, text, image, actions, from } = announcement.definition
    return el(
      'article',
      { class: 'item', 'aria-label': title },
      el(
        'p',
        { class: 'muted' },
        unseen.includes(announcement) && el('span', { class: 'new' }, words.isNew),
        from && el('time', { datetime: from }, day(from)),
      ),
      el('h3', null, title),
      image && el('img', { src: new URL(image.src, api).href, alt: image.alt, loading: 'lazy' }),
      el('div', { class: 'rich' }, richText(text)),
      actions.length > 0 &&
        el(
          'p',
          { class: 'way' },
          actionButtons(actions, {
            api,
            onFollow: ({ type, target }) => {
              track('announcement_followed', { announcement: id, target })
              if (type === 'open') leaveFor(target)
            },
          }),
        ),
    )
  }

  const element = el(
    'div',
    { class: 'feed' },
    announcements.length > 0 ? announcements.map(item) : el('p', null, words.noNews),
  )
  for (const announcement of unseen) {
    void claim({ kind: 'announcement', id: announcement.definition.id }, true)
    // Known here before the server says so.
    Object.assign(announcement, { seenAt: new Date(scene.environment.now()).toISOString(), eligible: false })
  }
  return { title: words.news, element }
}

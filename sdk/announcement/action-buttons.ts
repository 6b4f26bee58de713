import type { AnnouncementView } from '../../api/contract/guidance.ts'
import { el } from '../ui/element.ts'
import type { Child } from '../ui/element.ts'

/** The buttons of an announcement: links, or what opens something. */
export const actionButtons = (
  actions: AnnouncementView['actions'],
  { api, onFollow }: { api: string; onFollow: (action: AnnouncementView['actions'][number]) => void },
): Child =>
  actions.map((action, index) => {
    const { type, title, target } = action
    const shared = { class: index ? 'quieter' : 'button', onclick: () => onFollow(action) }
    if (type === 'open') return el('button', { type: 'button', ...shared }, title)
    // Articles are read beside the product, not instead of it.
    const article = type === 'article' && {
      href: (target[0] === '/' ? api : '') + target,
      target: '_blank',
      rel: 'noopener',
    }
    return el('a', { href: target, ...article, ...shared }, title)
  })

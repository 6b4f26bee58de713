import type { Scene } from '../ui/part.ts'
import { articleOf } from './addresses.ts'
import type { Memory } from './desk.ts'

/**
 * Has links to articles that an instance of Cairn shows anywhere, such as beside a step or in an announcement, lead into
 * its panel. With a modifier key they lead to their page, as any link; those of the panel find their own way.
 */
export const readHere = ({
  root,
  session,
  open,
  ...where
}: Pick<Scene, 'api' | 'state' | 'session' | 'open'> & { root(): ShadowRoot }): void => {
  // Before the link itself hears of it: what it stands in may be gone afterwards.
  const listen = (event: MouseEvent) => {
    const [target] = event.composedPath()
    const link = target instanceof Element && target.closest('a')
    if (!link || link.closest('.help') || event.ctrlKey || event.metaKey || event.shiftKey) return
    const article = articleOf(link.getAttribute('href') ?? '', where)
    // Another instance may show articles of the same help center.
    if (!article || link.getRootNode() !== root()) return
    event.preventDefault()
    session.set('help', { ...session.get<Memory>('help'), path: [{ view: 'article', ...article }], isNew: true })
    open('help')
  }
  addEventListener('click', listen, true)
}

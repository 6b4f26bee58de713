import { makeWay } from '../checklist/make-way.ts'
import { launcherWords } from '../i18n/launcher-words.ts'
import type { LauncherWords } from '../i18n/launcher-words.ts'
import { el } from '../ui/element.ts'
import { icon } from '../ui/icon.ts'
import { mount } from '../ui/mount.ts'
import type { Part, Scene } from '../ui/part.ts'
import css from './launcher.css'
import { unseenNews } from './unseen-news.ts'

interface LauncherProps {
  words: LauncherWords
  corner: 'start' | 'end'
  /** How many announcements are new. */
  news: number
  isOpen: boolean
  isAside: boolean
  onPress(): void
}

const launcher = ({ words, corner, news, isOpen, isAside, onPress }: LauncherProps) =>
  el(
    'button',
    {
      type: 'button',
      class: `launcher ${corner}`,
      'aria-label': news > 0 ? `${words.help} (${words.news(news)})` : words.help,
      'aria-expanded': `${isOpen}`,
      'aria-haspopup': 'dialog',
      hidden: isAside,
      onclick: onPress,
    },
    icon(isOpen ? 'm4 6 4 4 4-4' : 'M5.7 5.8a2.3 2.3 0 1 1 3.4 2C8.3 8.3 8 8.7 8 9.5M8 12.2v.1'),
    news > 0 && !isOpen && el('span', { class: 'count', 'aria-hidden': 'true' }, news > 9 ? '9+' : news),
  )

const closes = '.help > header > :last-child'

/** Puts the button of the help panel in its corner. */
export const showLauncher = (root: ShadowRoot, scene: Scene): Part => {
  const { state, translation, isCornerTaken, load, open } = scene
  const { box, update: draw, remove } = mount(root, { view: launcher, css })
  const update = () => {
    const isOpen = !!root.querySelector('.help')
    draw({
      words: translation?.launcher ?? launcherWords,
      corner: state()?.help.launcher?.corner ?? 'end',
      news: unseenNews(state()).length,
      isOpen,
      isAside: isCornerTaken(),
      // Open, it presses the button of the panel that closes it.
      onPress: () => (isOpen ? root.querySelector<HTMLElement>(closes)?.click() : open('help')),
    })
  }
  update()
  // Whoever comes near may press it.
  for (const type of ['pointerenter', 'focusin']) {
    box.firstElementChild?.addEventListener(type, () => void load('panel'), { once: true })
  }
  const stop = makeWay(box)
  return {
    update,
    remove: () => {
      stop()
      remove()
    },
  }
}

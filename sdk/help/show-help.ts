import { languageOf } from '../i18n/translation.ts'
import { isNarrow } from '../ui/is-narrow.ts'
import type { Part, Prepare, Scene, Show } from '../ui/part.ts'
import type { Memory } from './desk.ts'
import { showLauncher } from './launcher.ts'
import type { openPanel } from './panel.ts'
import type { HelpWords } from './words/help-words.ts'

/** What is loaded for the panel, and not for its button. Without words it speaks English. */
interface Prepared {
  openPanel: typeof openPanel
  words: HelpWords | undefined
}

/** Loads the panel with its words. */
export const prepare = async (id: string, { load, locale }: Parameters<Prepare>[1]): Promise<Prepared | undefined> => {
  if (id !== 'help') return undefined
  const language = languageOf(locale)
  const [{ openPanel }, translated] = await Promise.all([load('panel'), language && load(`help-${language}`)])
  return { openPanel, words: translated?.words }
}

/** Opens the help panel, or puts its button (`help/launcher`) in its corner. */
export const show: Show = (root, id, scene) =>
  id === 'help' ? showPanel(root, scene, scene.prepared as Prepared) : showLauncher(root, scene)

/** Opens the panel where it was left in this tab. */
const showPanel = (root: ShadowRoot, scene: Scene, { openPanel, words }: Prepared): Part => {
  const { session, end } = scene
  const memory = () => session.get<Memory>('help') ?? {}
  const isRestored = !!memory().isOpen
  const remember = (isOpen: boolean) => session.set('help', { ...memory(), isOpen })
  remember(true)
  // On a phone it would cover the page to which its own link has led.
  if (isRestored && isNarrow()) {
    queueMicrotask(end)
    return { remove: () => remember(false) }
  }
  // A page may open it on its own account, and then nobody expects the focus to move.
  const takesFocus = !isRestored && ((navigator as Partial<Navigator>).userActivation?.isActive ?? false)
  const { update = () => undefined, remove } = openPanel(root, { scene, words, takesFocus })
  return {
    update,
    remove: () => {
      remove()
      remember(false)
    },
  }
}

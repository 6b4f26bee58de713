import type { Shown } from '../cairn.ts'
import type { Language } from '../i18n/translation.ts'
import type { Part, Scene } from './part.ts'

/** What is there, or is on its way as long as it has no part. */
interface Current {
  shown: Shown
  part?: Part
}

/** A place on the page, with one thing in it or none. */
export interface Place {
  current(): Current | undefined
  /** Puts something there instead of what is there, if `mayShow` agrees once it is loaded. */
  put(shown: Shown, mayShow?: () => Promise<boolean>): Promise<void>
  /** Takes off what is there. */
  clear(): void
  /** Takes off what is there because it is over. */
  end(): void
}

/** Makes a place. `onEnd` hears of everything that is over, be it that it was never shown. */
export const createPlace = (options: {
  language: Language | undefined
  scene: Omit<Scene, 'end' | 'translation'> & { root(): ShadowRoot }
  onShow(): void
  onEnd(id: string): void
}): Place => {
  const { language, scene, onShow, onEnd } = options
  let current: Current | undefined

  const clear = () => {
    const old = current
    current = undefined
    old?.part?.remove()
    if (old?.part) scene.emit('close', old.shown)
  }

  const end = () => {
    const id = current?.shown.id
    clear()
    if (id) onEnd(id)
  }

  const put = async (shown: Shown, mayShow = async () => true) => {
    clear()
    const mine: Current = (current = { shown })
    const isMine = () => current === mine
    try {
      // It is loaded before it is claimed: what was granted and could not be shown would be lost.
      const [{ show, prepare }, words] = await Promise.all([scene.load(shown.kind), language && scene.load(language)])
      const prepared = await prepare?.(shown.id, scene)
      const isGranted = isMine() && (await mayShow())
      if (!isMine()) return
      if (isGranted) {
        mine.part = show(scene.root(), shown.id, { ...scene, prepared, translation: words?.translation, end })
        scene.emit('show', shown)
        onShow()
      } else end()
    } catch (error) {
      scene.onProblem(error)
      if (isMine()) end()
    }
  }

  return { current: () => current, put, clear, end }
}

import { guideWords } from '../i18n/guide-words.ts'
import { el } from '../ui/element.ts'
import { findTarget, isSeen } from '../ui/find-target.ts'
import { follow } from '../ui/follow.ts'
import { dialogAround, keepOnTop } from '../ui/keep-on-top.ts'
import type { TopLayer } from '../ui/keep-on-top.ts'
import { mount } from '../ui/mount.ts'
import type { Show } from '../ui/part.ts'
import css from './hotspot.css'

interface HotspotProps {
  label: string
  isThere: boolean
  onOpen(): void
}

const hotspot = ({ label, isThere, onOpen }: HotspotProps) =>
  el('button', {
    type: 'button',
    class: 'beacon',
    'aria-label': label,
    title: label,
    hidden: !isThere,
    onclick: onOpen,
  })

/** Puts the beacon of a tour (`tour/launcher`) at the corner of its element. */
export const show: Show = (root, key, { state, translation, open }) => {
  const [id = ''] = key.split('/')
  const definition = state()?.tours.find((tour) => tour.definition.id === id)?.definition
  if (!definition?.launcher) throw new Error(`there is no ${key}`)
  const { target } = definition.launcher
  const { box, update, remove } = mount(root, { view: hotspot, css })
  const label = `${(translation?.guide ?? guideWords).show}: ${definition.title}`
  let isThere: boolean | undefined
  let style = ''
  /** While its element is in a modal dialog of the page. */
  let top: TopLayer | undefined
  const stop = follow(
    (known) => (known && isSeen(known) ? known : findTarget(target)),
    (element, place) => {
      const isFree = !!element && !!place && !isCovered(element, place, root.host)
      if (isFree && dialogAround(element)) (top ??= keepOnTop(box)).raise(element)
      else {
        top?.leave()
        top = undefined
      }
      if (isFree !== isThere) {
        isThere = isFree
        update({ label, isThere, onOpen: () => open(id) })
      }
      if (!place) return
      const isRightToLeft = getComputedStyle(box).direction === 'rtl'
      const next = `--x:${isRightToLeft ? place.left : place.right}px;--y:${place.top}px`
      if (next !== style) box.style.cssText = style = next
    },
  )
  return {
    remove: () => {
      stop()
      remove()
      top?.leave()
    },
  }
}

/** Whether something of the page lies over the element, or it is scrolled away. */
const isCovered = (element: Element, { left, top, width, height }: DOMRect, host: Element) => {
  const tree = element.getRootNode() as Document | ShadowRoot
  const above = tree.elementFromPoint(left + width / 2, top + height / 2)
  return !(above && (above === host || element.contains(above)))
}

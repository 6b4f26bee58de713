import type { TourView } from '../../api/contract/guidance.ts'
import { matchesUrl } from '../guide/matches-url.ts'
import { guideWords } from '../i18n/guide-words.ts'
import { beside } from '../ui/beside.ts'
import type { Side } from '../ui/beside.ts'
import { onEscape } from '../ui/closing.ts'
import { findTarget, isSeen } from '../ui/find-target.ts'
import { follow } from '../ui/follow.ts'
import { keepOnTop } from '../ui/keep-on-top.ts'
import { mount } from '../ui/mount.ts'
import type { Scene } from '../ui/part.ts'
import prose from '../ui/prose.css'
import css from './tour.css'
import { tour } from './tour.ts'

/** How far the light reaches beyond its target. */
const halo = 6

/** What a step is shown with, and whom it tells. */
export interface StepOptions {
  step: TourView['steps'][number]
  number: number
  all: number
  /** In the middle of the page, without its target. */
  isCentered: boolean
  /** Whether focus goes with it, because a person's act led here. */
  takesFocus: boolean
  scene: Pick<Scene, 'api' | 'environment' | 'translation'>
  onNext(): void
  onBack(): void
  onClose(): void
  /** It appeared. */
  onSeen(): void
  /** It was waited for in vain. */
  onMissing(): void
}

/** A step on the page. */
export interface StepOnPage {
  hasFocus(): boolean
  remove(): void
}

/** Puts a step on the page as soon as its target is there, and keeps it beside the target wherever that goes. */
export const stepOnPage = (root: ShadowRoot, options: StepOptions): StepOnPage => {
  const { step, scene, isCentered, takesFocus, onClose, onSeen } = options
  const { environment, translation } = scene
  const isModal = step.kind === 'modal'
  const { box, update, remove } = mount(root, { view: tour, css: prose + css, tag: isModal ? 'dialog' : 'div' })
  const top = isModal ? undefined : keepOnTop(box)
  const listening = new AbortController()
  let target: Element | null = null
  let isThere: boolean | undefined
  let isKnown = false
  let said = ''
  let style = ''
  let stopWaiting: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout>

  const tip = () => box.querySelector<HTMLElement>('.speech')
  const draw = () => update({ ...options, ...scene, words: translation?.guide ?? guideWords, isThere: !!isThere, said })

  const find = (known: Element | null) => {
    if (step.url && !matchesUrl(step.url, environment.page().url)) return null
    if (!step.target || isCentered) return document.documentElement
    return known && isSeen(known) ? known : findTarget(step.target)
  }

  const look = (element: Element | null, place?: DOMRect) => {
    target = element
    top?.raise(element)
    if (isThere !== !!element) {
      isThere = !!element
      draw()
      if (isThere) appear()
      else wait()
    }
    if (place && !isCentered && !isModal) stand(place)
  }

  /** Written as a whole, and only where it changed: this runs while the page scrolls. */
  const stand = (place: DOMRect) => {
    const { offsetWidth, offsetHeight } = tip() ?? box
    const window = { width: document.documentElement.clientWidth, height: innerHeight }
    // No further than the window: a light of any size would not be drawn.
    const light = {
      left: Math.max(place.left, 0) - halo,
      top: Math.max(place.top, 0) - halo,
      right: Math.min(place.right, window.width) + halo,
      bottom: Math.min(place.bottom, window.height) + halo,
    }
    const { x, y } = beside(
      light,
      { width: offsetWidth, height: offsetHeight },
      { window, wanted: sideOf(step.placement, getComputedStyle(box).direction === 'rtl') },
    )
    const width = Math.max(light.right - light.left, 0)
    const height = Math.max(light.bottom - light.top, 0)
    const next = `--x:${x}px;--y:${y}px;--left:${light.left}px;--top:${light.top}px;--width:${width}px;--height:${height}px`
    if (next !== style) box.style.cssText = style = next
  }

  const appear = () => {
    stopWaiting?.()
    if (isModal && !(box as HTMLDialogElement).open) (box as HTMLDialogElement).showModal()
    if (isKnown) return
    isKnown = true
    if (!isModal && !isCentered && target) bringIntoView(target)
    if (takesFocus || isModal) tip()?.focus({ preventScroll: true })
    // Who was taken there hears it anyway. A live region is read when it changes, so it was there before its words.
    else {
      timer = setTimeout(() => {
        said = `${step.title}. ${step.text.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')}`
        draw()
      }, 50)
    }
    onSeen()
  }

  /** In a tab that nobody looks at nothing is missing. */
  const wait = () => {
    stopWaiting = environment.later(() => (document.hidden ? wait() : options.onMissing()), step.waitSeconds * 1000)
  }

  const close = onEscape(onClose)
  const listen = (type: string, listener: (event: Event) => void) =>
    document.addEventListener(type, listener, { capture: true, signal: listening.signal })
  // Escape belongs to whatever the person is in; elsewhere it ends the tour.
  listen('keydown', (event) => {
    const [inside] = event.composedPath()
    const isBusy = inside instanceof Element && !box.contains(inside) && inside.closest(busy)
    if (!event.defaultPrevented && !isBusy) {
      close(event as KeyboardEvent)
    }
  })
  const acts = step.advance?.on === 'click' ? 'click' : step.advance?.on === 'input' && 'change'
  if (acts) listen(acts, (event) => target && event.composedPath().includes(target) && options.onNext())
  // Escape is heard above, once.
  box.addEventListener('cancel', (event) => event.preventDefault())
  if (isModal) box.setAttribute('aria-labelledby', 'tip-title')
  draw()
  const stopFollowing = follow(find, look)
  const sizes = new ResizeObserver(() => target && look(target, target.getBoundingClientRect()))
  const shown = tip()
  if (shown) sizes.observe(shown)
  return {
    hasFocus: () => box.contains(root.activeElement),
    remove: () => {
      listening.abort()
      stopFollowing()
      sizes.disconnect()
      stopWaiting?.()
      clearTimeout(timer)
      remove()
      top?.leave()
    },
  }
}

const busy = 'input, textarea, select, [contenteditable], dialog, [popover], [role=dialog], [role=menu], [role=listbox]'

const sideOf = (placement: TourView['steps'][number]['placement'], isRightToLeft: boolean): Side | undefined =>
  placement === 'auto'
    ? undefined
    : placement === 'start' || placement === 'end'
      ? (placement === 'end') === isRightToLeft
        ? 'left'
        : 'right'
      : placement

const bringIntoView = (element: Element) => {
  const { top, bottom, left, right } = element.getBoundingClientRect()
  // Within the window it may still be scrolled away in a part of the page, or lie under another.
  const tree = element.getRootNode() as Document | ShadowRoot
  const above = tree.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  const isFree = !!above && (element.contains(above) || above.localName === 'cairn-root')
  if (isFree && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth) return
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior })
}

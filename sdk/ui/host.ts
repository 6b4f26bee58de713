import type { Environment } from '../client/environment.ts'

/** The one element that Cairn adds to a page. */
export interface Host {
  /** The root of everything in it. The element is on the page from then on. */
  root(): ShadowRoot
  remove(): void
}

/** A page that takes the element off more often than `mostReturns` times within this time means it. */
const returnsWithin = 10_000
const mostReturns = 5

/** Makes `<cairn-root>`. While something is in it, it comes back when the page takes it off. */
export const createHost = ({
  later,
  onProblem,
}: Pick<Environment, 'later'> & { onProblem(text: string): void }): Host => {
  const element = document.createElement('cairn-root')
  const shadow = element.attachShadow({ mode: 'open' })
  let returns = 0
  // Shortcuts of the page must not fire while somebody types or pastes an answer. To a dialog of the page, a click or
  // focus outside of it would be a reason to close or to take the focus back.
  for (const type of 'keydown keypress keyup paste copy cut pointerdown mousedown focusin'.split(' ')) {
    element.addEventListener(type, (event) => event.stopPropagation())
  }

  const observer = new MutationObserver(() => {
    if (element.isConnected || !shadow.childElementCount) return
    if (returns++ === mostReturns) {
      observer.disconnect()
      onProblem('the page keeps removing <cairn-root>')
      return
    }
    later(() => returns--, returnsWithin)
    attach()
  })

  const keepLeaving = (event: FocusEvent) => {
    if (event.relatedTarget === element) event.stopPropagation()
  }

  const attach = () => {
    if (element.isConnected) return
    // Beside the body, not in it: a transformed body would move what is fixed, and routers replace what is in it.
    const parent = document.documentElement
    parent.append(element)
    if (getComputedStyle(parent).colorScheme !== 'normal') element.style.colorScheme = 'inherit'
    for (const each of [document, parent]) observer.observe(each, { childList: true })
    // A trap of the page takes back the focus that has left it, unless it does not hear of that.
    parent.addEventListener('focusout', keepLeaving)
  }

  return {
    root: () => {
      attach()
      return shadow
    },
    remove: () => {
      observer.disconnect()
      element.remove()
    },
  }
}

import { el } from '../ui/element.ts'

/**
 * Makes a drawing ready to replace the one before: what somebody unfolded stays so, and what is new in a list finds its
 * place there, so that all else in it stays the same element, with its focus and selection.
 */
export const carryOver = (before: Element, fresh: Element): void => {
  for (const list of fresh.querySelectorAll('ul[data-key]')) {
    const old = before.querySelector(selector(list))
    if (!old) continue
    const keys = new Set([...list.children].map(selector))
    const kept = new Set<string>()
    for (const item of [...old.children]) {
      if (keys.has(selector(item))) kept.add(selector(item))
      else item.remove()
    }
    // Not `entries()`, which libraries of the page may have replaced.
    const items = [...list.children]
    items.forEach((item, index) => {
      if (kept.has(selector(item))) return
      old.insertBefore(el('li', { 'data-key': (item as HTMLElement).dataset['key'] }), old.children[index] ?? null)
    })
  }
  for (const unfolded of before.querySelectorAll('details[open]')) {
    fresh.querySelector(selector(unfolded))?.setAttribute('open', '')
  }
}

const selector = (element: Element) =>
  `${element.localName}[data-key="${CSS.escape((element as HTMLElement).dataset['key'] ?? '')}"]`

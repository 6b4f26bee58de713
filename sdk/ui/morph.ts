const handlers = ['onclick', 'onchange', 'oninput', 'onsubmit', 'onkeydown'] as const

/**
 * Makes the children of an element like fresh ones. Those of the same kind (and the same `data-key`) stay and are
 * changed, so that focus, typed text and running transitions survive.
 */
export const morph = (parent: Element, fresh: readonly Node[]): void => {
  fresh.forEach((node, index) => {
    const old = parent.childNodes[index]
    if (!old) parent.append(node)
    else if (old.nodeName !== node.nodeName || keyOf(old) !== keyOf(node)) old.replaceWith(node)
    else if (old instanceof Element) become(old as HTMLInputElement, node as HTMLInputElement)
    else if (old.nodeValue !== node.nodeValue) old.nodeValue = node.nodeValue
  })
  while (parent.childNodes.length > fresh.length) parent.lastChild?.remove()
}

/** Most elements are no inputs; what they lack is then undefined in both. */
const become = (old: HTMLInputElement, fresh: HTMLInputElement) => {
  for (const name of old.getAttributeNames()) if (!fresh.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) === value) continue
    // Writing the attribute would be blocked where a policy forbids inline styles.
    if (name === 'style') old.style.cssText = value
    else old.setAttribute(name, value)
  }
  for (const name of handlers) old[name] = fresh[name] as never
  old.checked = fresh.checked
  // Written anew it would move the cursor.
  if (old.value !== fresh.value) old.value = fresh.value
  morph(old, [...fresh.childNodes])
}

const keyOf = (node: Node) => (node as Partial<HTMLElement>).dataset?.['key']

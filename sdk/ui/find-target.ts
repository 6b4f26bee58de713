import type { TargetView } from '../../api/contract/guidance.ts'

/** What is found by its words. */
const worded = 'a, button, label, summary, h1, h2, h3, h4, [role], [aria-label], input[type=submit]'

/** The first element of the page that a target names and that can be seen; shadow trees that are open are searched too. */
export const findTarget = ({ selectors, text }: TargetView): Element | null => {
  let shadows: ParentNode[] | undefined
  // What stands in the page itself is found without a search for shadow trees, which looks at every element.
  function* all() {
    yield document
    yield* (shadows ??= [...trees(document)].slice(1))
  }
  const find = (selector: string, fits: (element: Element) => boolean) => {
    for (const tree of all()) for (const element of tree.querySelectorAll(selector)) if (fits(element)) return element
    return null
  }
  for (const selector of selectors) {
    try {
      const found = find(selector, isSeen)
      if (found) return found
    } catch {
      // What is no selector finds nothing, and is reported as missing.
    }
  }
  return text ? find(worded, (element) => wordsOf(element) === text && isSeen(element)) : null
}

/** Whether an element has a place on the page and is not hidden. */
export const isSeen = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible'
}

const wordsOf = (element: Element) =>
  (element.getAttribute('aria-label') ?? (element.textContent || (element as HTMLInputElement).value)).trim()

function* trees(root: ParentNode): Generator<ParentNode> {
  yield root
  // On a page of 100,000 elements a walk takes a tenth of the time of a list of them.
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT)
  while (walk.nextNode()) {
    const { shadowRoot, localName } = walk.currentNode as Element
    if (shadowRoot && localName !== 'cairn-root') yield* trees(shadowRoot)
  }
}

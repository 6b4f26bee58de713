import { isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Scalar } from 'yaml'

/** A link in a definition: to an article by its id, or to a page of the help center by its path. */
export interface DefinitionLink {
  to: 'article' | 'page'
  target: string
  line: number
}

/**
 * Finds the links of a YAML definition, of whatever kind it is: resources of type `article`, lists of `articles`, and
 * values that are paths of the help center.
 */
export function definitionLinks(yaml: string): DefinitionLink[] {
  const lines = new LineCounter()
  const links: DefinitionLink[] = []
  const add = (to: DefinitionLink['to'], { value, range }: Scalar) => {
    links.push({ to, target: String(value), line: lines.linePos(range?.[0] ?? 0).line })
  }
  visit(parseDocument(yaml, { lineCounter: lines }), {
    Map(_key, map) {
      if (map.get('type') !== 'article') return
      const target = map.items.find(({ key }) => isScalar(key) && key.value === 'target')?.value
      if (isScalar(target)) add('article', target)
    },
    Pair(_key, { key, value }) {
      if (!isScalar(key) || key.value !== 'articles' || !isSeq(value)) return
      for (const item of value.items) if (isScalar(item)) add('article', item)
    },
    Scalar(key, scalar) {
      // With a star it says which pages of a product are meant.
      if (key !== 'key' && /^(\/[\w-]+)?\/help\/[^\s*]*$/.test(String(scalar.value))) add('page', scalar)
    },
  })
  return links
}

import type { Engine, ExcerptPart } from './engine.ts'
import { tidyExcerpt } from './excerpt.ts'

/** The part of Pagefind's browser API that is used here. */
interface Pagefind {
  init: () => Promise<void>
  search: (query: string) => Promise<{ results: PagefindResult[] }>
}

interface PagefindResult {
  id: string
  score: number
  data: () => Promise<{ url: string; excerpt: string; content: string; meta: Record<string, string | undefined> }>
}

/** Loads Pagefind with the index of the page's language. */
export async function loadPagefind(bundle = '/pagefind/pagefind.js'): Promise<Engine> {
  const pagefind = (await import(/* @vite-ignore */ bundle)) as Pagefind
  await pagefind.init()
  return {
    search: async (query) => {
      const { results } = await pagefind.search(query)
      return results.map(({ id, score, data }) => ({
        id,
        score,
        load: async () => {
          const { url, excerpt, content, meta } = await data()
          const parts = tidyExcerpt(partsOf(excerpt), content)
          return { url, title: meta.title ?? url, category: meta.category, excerpt: parts }
        },
      }))
    },
  }
}

/** Reads the marks of an excerpt without ever putting its HTML into the page. */
function partsOf(excerpt: string): ExcerptPart[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html')
  return [...body.childNodes].map((node) => ({ text: node.textContent ?? '', marked: node.nodeName === 'MARK' }))
}

import { render } from 'preact'
import { App } from './App.tsx'
import type { ArticleIndex } from './feedback/article-index.ts'

/**
 * Shows the console in an element, whose `data-currency` says in which currency MRR is counted, and whose
 * `data-articles` has the `ArticleIndex` as JSON.
 */
export const mountConsole = (element: HTMLElement): void => {
  render(
    <App
      currency={element.dataset['currency'] ?? 'CHF'}
      articles={JSON.parse(element.dataset['articles'] ?? '{}') as ArticleIndex}
      fetch={fetch.bind(globalThis)}
      now={() => new Date()}
    />,
    element,
  )
}

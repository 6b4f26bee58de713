import { render } from 'preact'
import { App } from './App.tsx'

/** Shows the console in an element, whose `data-currency` says in which currency MRR is counted. */
export const mountConsole = (element: HTMLElement): void => {
  render(
    <App currency={element.dataset['currency'] ?? 'CHF'} fetch={fetch.bind(globalThis)} now={() => new Date()} />,
    element,
  )
}

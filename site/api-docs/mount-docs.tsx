import { render } from 'preact'
import { Contents } from './Contents.tsx'
import { Failure } from './Failure.tsx'
import { listOperations } from './list-operations.ts'
import type { OpenApi } from './openapi.ts'
import { Reference } from './Reference.tsx'

/** Where the page keeps what is filled in: the operations, and the list of contents. */
interface DocsElements {
  /** Its `data-codes` has the code of each error by its status, as JSON. */
  reference: HTMLElement
  contents: HTMLElement
}

/** Shows the API's own description in the page. */
export const mountDocs = async ({ reference, contents }: DocsElements): Promise<void> => {
  const codes = JSON.parse(reference.dataset['codes'] ?? '{}') as Record<string, string>
  try {
    const description = await load()
    const groups = listOperations(description)
    const schemas = description.components?.schemas ?? {}
    render(<Contents groups={groups} />, contents)
    render(<Reference groups={groups} schemas={schemas} codes={codes} origin={location.origin} />, reference)
    // What the address names was not there when the browser looked for it, or has moved down since.
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    render(<Failure message={message} retry={() => void mountDocs({ reference, contents })} />, reference)
  }
}

const load = async (): Promise<OpenApi> => {
  const response = await fetch('/v1/openapi.json').catch(() => {
    throw new Error('the server cannot be reached.')
  })
  if (!response.ok) throw new Error(`the server answered with status ${response.status}.`)
  return (await response.json()) as OpenApi
}

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ConsoleClient, SignedIn } from '../client.ts'
import type { ArticleIndex } from '../feedback/article-index.ts'

/** What every part of the console needs. */
export interface Console {
  client: ConsoleClient
  /** Who is signed in; null on the way in and out. */
  session: SignedIn | null
  /** The latest answers by key, so that going back shows a page at once while it is read again. */
  cache: Map<string, unknown>
  /** Says something to people who listen rather than look. */
  announce: (text: string) => void
  now: () => Date
  /** ISO 4217 code in which `mrr` is counted. */
  currency: string
  /** Titles and addresses of the help center's articles. */
  articles: ArticleIndex
}

export const ConsoleContext = createContext<Console | null>(null)

/** The console that a component is part of. */
export const useConsole = (): Console => {
  const value = useContext(ConsoleContext)
  if (value === null) throw new Error('Render this inside <ConsoleContext.Provider>.')
  return value
}

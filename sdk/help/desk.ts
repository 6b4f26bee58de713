import type { Search } from '../../search/query/open-search.ts'
import type { Scene } from '../ui/part.ts'
import type { HelpWords } from './words/help-words.ts'

/** A place in the panel to which one can come back. */
export type Stop = { view: 'home' | 'news' | 'contact' } | { view: 'article'; id: string; locale: string }

/** A request to the support team as far as it is written. */
export interface Draft {
  id: string
  subject: string
  message: string
  email: string
  severity: string
}

/** What the panel remembers in its tab, also when it is closed. */
export interface Memory {
  /** Open, it is open on the next page too. */
  isOpen?: boolean
  /** The way to where one is, without the home of the panel. */
  path?: Stop[]
  /** The way was begun elsewhere, and where it leads has not been seen yet. */
  isNew?: boolean
  query?: string
  draft?: Draft
}

/** What the views of the panel have to work with. */
export interface Desk {
  scene: Scene
  words: HelpWords
  /** The language of the help center. */
  locale: string
  search(): Promise<Search>
  memory(): Memory
  remember(change: Memory): void
  go(stop: Stop): void
  back(): void
  /** Closes the panel for something else. */
  leaveFor(id: string): void
}

/** What is in the panel at a stop. */
export interface View {
  /** What stands above it; left out where the element has a heading of its own. */
  title?: string
  element: HTMLElement
  /** Where it is to be read on a page of its own. */
  address?: string
  /** What has the focus when somebody comes here; else the heading. */
  first?(): HTMLElement | null
  /** What it shows may have changed. */
  update?(): void
  /** It is left, for now or for good. */
  leave?(): void
}

import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { RequestError } from './request-error.ts'
import { noFilter, writeRoute } from './routes.ts'
import type { Route } from './routes.ts'
import { useConsole } from './state/console-context.ts'
import { toRequestError } from './state/to-request-error.ts'
import { ErrorNote } from './ui/ErrorNote.tsx'
import { Mark } from './ui/Mark.tsx'

interface ShellProps {
  route: Route
  signedOut: () => void
  children: ComponentChildren
}

const places: { title: string; route: Route; pages: Route['page'][] }[] = [
  { title: 'Accounts', route: { page: 'accounts', filter: noFilter }, pages: ['accounts', 'account'] },
  { title: 'Surveys', route: { page: 'surveys' }, pages: ['surveys'] },
  { title: 'Feedback', route: { page: 'feedback' }, pages: ['feedback'] },
]

/** What stands around every page: the mark, the ways to go, and the way out. */
export const Shell = ({ route, signedOut, children }: ShellProps) => {
  const { client } = useConsole()
  const main = useRef<HTMLElement>(null)
  const [error, setError] = useState<RequestError | null>(null)

  const signOut = async (): Promise<void> => {
    try {
      await client.signOut()
      signedOut()
    } catch (reason) {
      setError(toRequestError(reason))
    }
  }
  // The hash names the page, so the link must not change it.
  const skip = (event: Event): void => {
    event.preventDefault()
    main.current?.focus()
  }

  return (
    <>
      <a class="skip-link" href="#main" onClick={skip}>
        Skip to content
      </a>
      <header class="shell-head">
        <div class="shell-bar">
          <a class="shell-mark" href={writeRoute({ page: 'accounts', filter: noFilter })}>
            <Mark />
            <span>Cairn</span>
          </a>
          <nav class="shell-nav" aria-label="Console">
            {places.map((place) => (
              <a key={place.title} href={writeRoute(place.route)} aria-current={current(place.pages, route)}>
                {place.title}
              </a>
            ))}
          </nav>
          <button type="button" class="button button-small shell-out" onClick={() => void signOut()}>
            Sign out
          </button>
        </div>
      </header>
      <main id="main" class="shell-main" ref={main} tabIndex={-1}>
        {error && <ErrorNote error={error} retry={() => void signOut()} />}
        {children}
      </main>
    </>
  )
}

const current = (pages: Route['page'][], route: Route): 'page' | 'true' | undefined => {
  if (!pages.includes(route.page)) return undefined
  return pages[0] === route.page ? 'page' : 'true'
}

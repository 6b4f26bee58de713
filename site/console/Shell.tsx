import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Scope } from '../../api/contract/scopes.ts'
import type { RequestError } from './request-error.ts'
import { noFilter, writeRoute } from './routes.ts'
import type { Route } from './routes.ts'
import { useConsole } from './state/console-context.ts'
import { toRequestError } from './state/to-request-error.ts'
import { useMay } from './state/use-may.ts'
import { ErrorNote } from './ui/ErrorNote.tsx'
import { Mark } from './ui/Mark.tsx'

interface ShellProps {
  route: Route
  signedOut: () => void
  children: ComponentChildren
}

interface Place {
  title: string
  route: Route
  /** The pages that it leads to, its own first. */
  pages: Route['page'][]
  needs: Scope
}

/** Where one can go: for those who look after customers, and for those who run Cairn. */
const placesOf: Place[][] = [
  [
    {
      title: 'Accounts',
      route: { page: 'accounts', filter: noFilter },
      pages: ['accounts', 'account'],
      needs: 'read',
    },
    {
      title: 'Requests',
      route: { page: 'requests', filter: { status: '', severity: '' } },
      pages: ['requests'],
      needs: 'read',
    },
    { title: 'Surveys', route: { page: 'surveys' }, pages: ['surveys'], needs: 'read' },
    { title: 'Feedback', route: { page: 'feedback' }, pages: ['feedback'], needs: 'read' },
    {
      title: 'Searches',
      route: { page: 'searches', filter: { show: 'top', locale: '' } },
      pages: ['searches'],
      needs: 'read',
    },
  ],
  [
    {
      title: 'Refused messages',
      route: { page: 'refused-messages', filter: { reason: '', key: '' } },
      pages: ['refused-messages', 'refused-message'],
      needs: 'read',
    },
    { title: 'Mail', route: { page: 'mails', filter: { status: '' } }, pages: ['mails'], needs: 'read' },
    { title: 'Keys', route: { page: 'keys' }, pages: ['keys', 'key', 'new-key'], needs: 'admin' },
    {
      title: 'Audit log',
      route: { page: 'audit-log', filter: { actor: '', action: '' } },
      pages: ['audit-log'],
      needs: 'admin',
    },
  ],
]

/** What stands around every page: the mark, the ways to go, and the way out. */
export const Shell = ({ route, signedOut, children }: ShellProps) => {
  const { client } = useConsole()
  const may = useMay()
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
            {placesOf.map((places, group) => (
              <div key={group} class="shell-group">
                {places
                  .filter(({ needs }) => may(needs))
                  .map(({ title, route: leadsTo, pages }) => (
                    <a key={title} href={writeRoute(leadsTo)} aria-current={current(pages, route)}>
                      {title}
                    </a>
                  ))}
              </div>
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

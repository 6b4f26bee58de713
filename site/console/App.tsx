import { useMemo, useRef, useState } from 'preact/hooks'
import { createClient } from './client.ts'
import type { ConsoleClient } from './client.ts'
import type { ArticleIndex } from './feedback/article-index.ts'
import { ConsoleContext } from './state/console-context.ts'
import type { Console } from './state/console-context.ts'
import { useRoute } from './state/use-route.ts'
import { useSession } from './state/use-session.ts'
import { Shell } from './Shell.tsx'
import { SignIn } from './SignIn.tsx'
import { ErrorNote } from './ui/ErrorNote.tsx'
import { Screen } from './Screen.tsx'

interface AppProps {
  currency: string
  articles: ArticleIndex
  fetch: typeof fetch
  now: () => Date
}

/** The console: asks who is there, then shows the page that the address names. */
export const App = ({ currency, articles, fetch, now }: AppProps) => {
  const [said, setSaid] = useState('')
  const client: ConsoleClient = useMemo(() => createClient({ fetch, onSignedOut: () => forget(true) }), [])
  const session = useSession(client, now)
  const navigation = useRoute()
  const cache = useMemo(() => new Map<string, unknown>(), [])
  const { state } = session
  const signedIn = state.status === 'in' ? state.session : null
  const console: Console = useMemo(
    () => ({ client, session: signedIn, cache, announce: setSaid, now, currency, articles }),
    [signedIn],
  )

  const forget = (expired: boolean): void => {
    cache.clear()
    session.ended(expired)
  }

  const wasOut = useRef(false)
  if (state.status === 'out') wasOut.current = true
  return (
    <ConsoleContext.Provider value={console}>
      {state.status === 'in' && (
        <Shell route={navigation.route} signedOut={() => forget(false)}>
          <Screen navigation={navigation} signedInHere={wasOut.current} />
        </Shell>
      )}
      {state.status === 'out' && <SignIn expired={state.expired} signedIn={session.started} />}
      {state.status === 'unknown' && (
        <main class="narrow">
          <h1>Console</h1>
          <ErrorNote error={state.error} retry={() => void session.check()} />
        </main>
      )}
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </ConsoleContext.Provider>
  )
}

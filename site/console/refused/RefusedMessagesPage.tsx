import { useState } from 'preact/hooks'
import { filterQuery } from '../routes.ts'
import type { RefusedFilter } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { useKeys } from '../state/use-keys.ts'
import { useAnnouncedCount } from '../state/use-announced-count.ts'
import { usePages } from '../state/use-pages.ts'
import { useResource } from '../state/use-resource.ts'
import type { Navigation } from '../state/use-route.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Outcome } from '../ui/Outcome.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { RefusedActions } from './RefusedActions.tsx'
import { RefusedFilters } from './RefusedFilters.tsx'
import { RefusedSummary } from './RefusedSummary.tsx'
import { RefusedTable } from './RefusedTable.tsx'
import { countsByReason } from './refused-words.ts'

interface RefusedMessagesPageProps {
  filter: RefusedFilter
  navigation: Navigation
  takeFocus: boolean
}

const noRefusedFilter: RefusedFilter = { reason: '', key: '' }

/** What was sent and not taken: what to mend, and sending it again once it is. */
export const RefusedMessagesPage = ({ filter, navigation, takeFocus }: RefusedMessagesPageProps) => {
  const { client } = useConsole()
  const summary = useResource('refused-summary', (signal) => client.refusedSummary(signal))
  const pages = usePages(`refused?${filterQuery(filter)}`, (request, signal) =>
    client.refusedMessages(filter, request, signal),
  )
  const keys = useKeys()
  const [outcome, setOutcome] = useState<string | null>(null)
  const { rows, loading } = pages
  const kinds = summary.data?.data ?? []
  const isFiltered = filterQuery(filter).size > 0
  const isEmpty = rows?.length === 0 && !isFiltered
  const show = (next: RefusedFilter): void => navigation.go({ page: 'refused-messages', filter: next }, 'replace')

  const reload = (): void => {
    pages.reload()
    summary.retry()
  }

  useAnnouncedCount(pages, 'refused message')

  return (
    <>
      <PageHead
        title="Refused messages"
        takeFocus={takeFocus}
        lead="What was sent and not taken. Mend what sends it, then send again what was refused meanwhile."
      />
      {outcome !== null && <Outcome>{outcome}</Outcome>}
      {pages.error && <ErrorNote error={pages.error} retry={pages.retry} />}
      {rows === null && !pages.error && (
        <div class="panel">
          <Skeleton lines={12} />
        </div>
      )}
      {isEmpty && !pages.error && <NothingRefused />}
      {rows !== null && !isEmpty && (
        <div class="stack">
          <RefusedSummary summary={summary} />
          <section class="refused-list" aria-labelledby="refused-list">
            <h2 id="refused-list">Messages</h2>
            <RefusedFilters filter={filter} counts={countsByReason(kinds)} keys={keys} change={show} />
            {rows.length === 0 ? (
              <NoMatch clear={() => show(noRefusedFilter)} />
            ) : (
              <div class={loading === 'start' ? 'is-stale' : undefined}>
                <RefusedActions filter={filter} keys={keys} tell={setOutcome} ended={reload} />
                <RefusedTable rows={rows} keys={keys} />
                <LoadMore pages={pages} what="messages" />
              </div>
            )}
          </section>
        </div>
      )}
    </>
  )
}

const NothingRefused = () => (
  <div class="panel empty">
    <h2>Nothing was refused</h2>
    <p>
      Every message that arrived was taken. One that cannot be, say an event without a name, is kept here with its
      reason, so that you can mend what sends it and send the message again.
    </p>
  </div>
)

const NoMatch = ({ clear }: { clear: () => void }) => (
  <div class="panel empty">
    <h3>No message matches</h3>
    <p>Nothing was refused for this reason and with this key, or it was sent again or removed.</p>
    <button type="button" class="button" onClick={clear}>
      Show all refused messages
    </button>
  </div>
)

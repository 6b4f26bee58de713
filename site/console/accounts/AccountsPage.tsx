import { useEffect } from 'preact/hooks'
import type { Account } from '../../../api/contract/accounts.ts'
import { formatCount } from '../format/number.ts'
import { filterQuery, noFilter } from '../routes.ts'
import type { AccountsFilter } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { useBands } from '../state/use-bands.ts'
import { usePages } from '../state/use-pages.ts'
import type { Pages } from '../state/use-pages.ts'
import type { Navigation } from '../state/use-route.ts'
import { LoadMore } from '../ui/LoadMore.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { AccountFilters } from './AccountFilters.tsx'
import { AccountsTable } from './AccountsTable.tsx'
import { FirstEvent } from './FirstEvent.tsx'
import { useOwners } from './use-owners.ts'
import { useSegments } from './use-segments.ts'

interface AccountsPageProps {
  filter: AccountsFilter
  navigation: Navigation
  takeFocus: boolean
}

/** Every account, those that need somebody first. */
export const AccountsPage = ({ filter, navigation, takeFocus }: AccountsPageProps) => {
  const { client, announce } = useConsole()
  const bands = useBands()
  const pages = usePages(`accounts?${filterQuery(filter)}`, (request, signal) =>
    client.accounts(filter, request, signal),
  )
  const segments = useSegments(bands.scorecards, pages.rows ?? [])
  const owners = useOwners(pages.rows ?? [])
  const { rows, loading } = pages
  const filtered = filterQuery({ ...filter, sort: noFilter.sort }).toString() !== ''
  const shown = (next: AccountsFilter): void => navigation.go({ page: 'accounts', filter: next }, 'replace')

  useEffect(() => {
    if (rows && loading === null) announce(resultInWords(pages))
  }, [rows, loading])

  return (
    <>
      <PageHead title="Accounts" takeFocus={takeFocus} lead="Who needs you, and who is doing well." />
      {(rows === null || rows.length > 0 || filtered) && (
        <AccountFilters filter={filter} bands={bands.names} segments={segments} owners={owners} change={shown} />
      )}
      <PagedList pages={pages} empty={filtered ? <NoMatch clear={() => shown(noFilter)} /> : <FirstEvent />}>
        {(rows) => (
          <>
            <AccountsTable rows={rows} filter={filter} tone={bands.tone} change={shown} />
            <div class="list-foot">
              <LoadMore pages={pages} what="accounts" />
              <p class="muted">{resultInWords(pages)}</p>
            </div>
          </>
        )}
      </PagedList>
    </>
  )
}

const resultInWords = ({ rows, hasMore }: Pages<Account>): string => {
  if (!rows || rows.length === 0) return 'No account shown.'
  return hasMore ? `The first ${formatCount(rows.length, 'account')}.` : `${formatCount(rows.length, 'account')}.`
}

const NoMatch = ({ clear }: { clear: () => void }) => (
  <div class="panel empty">
    <h2>No account matches</h2>
    <p>The search looks at names and ids. Try a part of the name, or look at all accounts.</p>
    <button type="button" class="button" onClick={clear}>
      Show all accounts
    </button>
  </div>
)

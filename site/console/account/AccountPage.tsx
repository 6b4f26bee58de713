import { writeRoute, noFilter } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { useBands } from '../state/use-bands.ts'
import { useResource } from '../state/use-resource.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { AccountFacts } from './AccountFacts.tsx'
import { HealthPanel } from './HealthPanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { OnboardingPanel } from './OnboardingPanel.tsx'
import { TimelinePanel } from './TimelinePanel.tsx'

/** Everything about one account: how it does, why, how far it has come, and what happened. */
export const AccountPage = ({ id, takeFocus }: { id: string; takeFocus: boolean }) => {
  const { client } = useConsole()
  const account = useResource(`account/${id}`, (signal) => client.account(id, signal))
  const health = useResource(`health/${id}`, (signal) => client.health(id, signal))
  const bands = useBands()
  const missing = account.error?.status === 404

  return (
    <>
      <p class="breadcrumb">
        <a href={writeRoute({ page: 'accounts', filter: noFilter })}>Accounts</a>
      </p>
      <PageHead title={missing ? 'No such account' : (account.data?.name ?? id)} takeFocus={takeFocus} />
      {account.error && !missing && <ErrorNote error={account.error} retry={account.retry} />}
      {missing ? (
        <p>
          Nothing has been heard of an account with the id <code>{id}</code>.
        </p>
      ) : (
        <>
          <AccountFacts account={account.data} />
          <div class="account-grid">
            <HealthPanel health={health} bands={bands} />
            <HistoryPanel id={id} health={health} scorecards={bands.scorecards} />
            <OnboardingPanel id={id} />
            <TimelinePanel id={id} />
          </div>
        </>
      )}
    </>
  )
}

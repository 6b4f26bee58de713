import { writeRoute, noFilter } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { useBands } from '../state/use-bands.ts'
import { useResource } from '../state/use-resource.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { AccountFacts } from './AccountFacts.tsx'
import { HealthPanel } from './HealthPanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { isNew } from './is-new.ts'
import { OnboardingPanel } from './OnboardingPanel.tsx'
import { TimelinePanel } from './TimelinePanel.tsx'

const mostDays = 500

/** Everything about one account: how it does, why, how far it has come, and what happened. */
export const AccountPage = ({ id, takeFocus }: { id: string; takeFocus: boolean }) => {
  const { client, now } = useConsole()
  const account = useResource(`account/${id}`, (signal) => client.account(id, signal))
  const health = useResource(`health/${id}`, (signal) => client.health(id, signal))
  const points = useResource(`history/${id}`, (signal) =>
    client.healthHistory(id, { limit: mostDays, cursor: null }, signal),
  )
  const enrolments = useResource(`onboarding/${id}`, (signal) => client.onboarding(id, signal))
  const bands = useBands()
  const history = points.data?.data ?? []
  const fresh = isNew({ enrolments: enrolments.data?.data ?? [], history, now: now() })
  const missing = account.error?.status === 404

  return (
    <>
      <p class="breadcrumb">
        <a href={writeRoute({ page: 'accounts', filter: noFilter })}>Accounts</a>
      </p>
      <PageHead
        title={missing ? 'No such account' : (account.data?.name ?? id)}
        takeFocus={takeFocus}
        mark={fresh ? 'New' : null}
      />
      {account.error && !missing && <ErrorNote error={account.error} retry={account.retry} />}
      {missing ? (
        <p>
          Nothing has been heard of an account with the id <code>{id}</code>.
        </p>
      ) : (
        <>
          <AccountFacts account={account.data} />
          <div class="account-grid">
            <HealthPanel health={health} points={history} bands={bands} />
            <HistoryPanel health={health} points={points} scorecards={bands.scorecards} />
            <OnboardingPanel enrolments={enrolments} />
            <TimelinePanel id={id} />
          </div>
        </>
      )}
    </>
  )
}

import type { SupportRequest } from '../../../api/contract/requests.ts'
import { filterQuery, requestStatuses } from '../routes.ts'
import type { RequestsFilter } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { useAnnouncedCount } from '../state/use-announced-count.ts'
import { usePages } from '../state/use-pages.ts'
import type { Navigation } from '../state/use-route.ts'
import { useSend } from '../state/use-send.ts'
import { Choice } from '../ui/Choice.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Problem } from '../ui/Problem.tsx'
import { severityTitles, statusTitles } from './request-words.ts'
import { RequestsTable } from './RequestsTable.tsx'

interface RequestsPageProps {
  filter: RequestsFilter
  navigation: Navigation
  takeFocus: boolean
}

/** What people ask the support team, what is overdue first. */
export const RequestsPage = ({ filter, navigation, takeFocus }: RequestsPageProps) => {
  const { client } = useConsole()
  const pages = usePages(`requests?${filterQuery(filter)}`, (request, signal) =>
    client.requests(filter, request, signal),
  )
  const { error, send } = useSend()
  const show = (next: RequestsFilter): void => navigation.go({ page: 'requests', filter: next }, 'replace')
  const settle = (request: SupportRequest, status: 'answered' | 'closed'): void =>
    void send(async () => {
      await client.settleRequest(request.id, status)
      pages.reload()
    })

  useAnnouncedCount(pages, 'request')

  return (
    <>
      <PageHead
        title="Requests"
        takeFocus={takeFocus}
        lead="What people asked from the contact page, by the deadline that comes next. Answer by e-mail, then note it here."
      />
      <search class="filters">
        <Choice
          id="filter-status"
          label="Which"
          value={filter.status}
          options={requestStatuses.map((status) => [status, statusTitles[status]])}
          choose={(chosen) => show({ ...filter, status: requestStatuses.find((status) => status === chosen) ?? '' })}
        />
        <Choice
          id="filter-severity"
          label="How serious"
          any="All"
          value={filter.severity}
          options={Object.entries(severityTitles)}
          choose={(severity) => show({ ...filter, severity })}
        />
      </search>
      <Problem text={error?.message ?? null} />
      <PagedList
        pages={pages}
        empty={
          <div class="panel empty">
            <h2>Nobody is waiting</h2>
            <p>
              What is sent from the contact page of the help center appears here, with the times of the sender’s plan.
            </p>
            <p>
              <a href="/contact/">Open the contact page</a>
            </p>
          </div>
        }
      >
        {(rows) => (
          <>
            <RequestsTable rows={rows} settle={settle} />
            <LoadMore pages={pages} what="requests" />
          </>
        )}
      </PagedList>
    </>
  )
}

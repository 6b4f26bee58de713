import type { Mail } from '../../../api/contract/mails.ts'
import { filterQuery, mailStatuses } from '../routes.ts'
import type { MailsFilter } from '../routes.ts'
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
import { statusTitles } from './mail-words.ts'
import { MailsTable } from './MailsTable.tsx'

interface MailsPageProps {
  filter: MailsFilter
  navigation: Navigation
  takeFocus: boolean
}

/** What was sent by mail, waits to be, or was given up. */
export const MailsPage = ({ filter, navigation, takeFocus }: MailsPageProps) => {
  const { client } = useConsole()
  const pages = usePages(`mails?${filterQuery(filter)}`, (request, signal) => client.mails(filter, request, signal))
  const { error, send } = useSend()
  const retry = ({ id }: Mail): void =>
    void send(async () => {
      await client.retryMail(id)
      pages.reload()
    })

  useAnnouncedCount(pages, 'mail')

  return (
    <>
      <PageHead
        title="Mail"
        takeFocus={takeFocus}
        lead="What Cairn sent, the newest first. What could not be sent is tried again for some 16 hours."
      />
      <search class="filters">
        <Choice
          id="filter-status"
          label="Which"
          any="All"
          value={filter.status}
          options={mailStatuses.map((status) => [status, statusTitles[status]])}
          choose={(chosen) => {
            const status = mailStatuses.find((status) => status === chosen) ?? ''
            navigation.go({ page: 'mails', filter: { status } }, 'replace')
          }}
        />
      </search>
      <Problem text={error?.message ?? null} />
      <PagedList
        pages={pages}
        empty={
          <div class="panel empty">
            <h2>No mail</h2>
            <p>
              Requests from the contact page are acknowledged by mail where the server has an <code>SMTP_URL</code>.
            </p>
          </div>
        }
      >
        {(rows) => (
          <>
            <MailsTable rows={rows} retry={retry} />
            <LoadMore pages={pages} what="mails" />
          </>
        )}
      </PagedList>
    </>
  )
}

import { filterQuery } from '../routes.ts'
import type { ActsFilter } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { useKeys } from '../state/use-keys.ts'
import { useAnnouncedCount } from '../state/use-announced-count.ts'
import { usePages } from '../state/use-pages.ts'
import type { Navigation } from '../state/use-route.ts'
import { Choice } from '../ui/Choice.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { actionChoices, actorChoices } from './act-words.ts'
import { ActsTable } from './ActsTable.tsx'

interface AuditLogPageProps {
  filter: ActsFilter
  navigation: Navigation
  takeFocus: boolean
}

/** What was done with secret keys and in the console, the newest first. */
export const AuditLogPage = ({ filter, navigation, takeFocus }: AuditLogPageProps) => {
  const { client } = useConsole()
  const pages = usePages(`acts?${filterQuery(filter)}`, (request, signal) => client.acts(filter, request, signal))
  const keys = useKeys()
  const show = (next: ActsFilter): void => navigation.go({ page: 'audit-log', filter: next }, 'replace')

  useAnnouncedCount(pages, 'act')

  return (
    <>
      <PageHead
        title="Audit log"
        takeFocus={takeFocus}
        lead="What was done with secret keys and in the console, reading included. What was read shows a second later."
      />
      <search class="filters">
        <Choice
          id="filter-actor"
          label="Who"
          any="Anybody"
          value={filter.actor}
          options={actorChoices(keys)}
          choose={(actor) => show({ ...filter, actor })}
        />
        <Choice
          id="filter-action"
          label="What"
          any="Anything"
          value={filter.action}
          options={actionChoices}
          choose={(action) => show({ ...filter, action })}
        />
      </search>
      <PagedList
        pages={pages}
        empty={
          <div class="panel empty">
            <h2>Nothing of the kind was done</h2>
            <p>
              Acts are kept for as many days as <code>AUDIT_DAYS</code> says.
            </p>
            <button type="button" class="button" onClick={() => show({ actor: '', action: '' })}>
              Show all acts
            </button>
          </div>
        }
      >
        {(rows) => (
          <>
            <ActsTable rows={rows} keys={keys} />
            <LoadMore pages={pages} what="acts" />
          </>
        )}
      </PagedList>
    </>
  )
}

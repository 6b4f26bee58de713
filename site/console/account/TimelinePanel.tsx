import { useEffect } from 'preact/hooks'
import type { TimelineEntry } from '../../../api/contract/accounts.ts'
import type { SurveyView } from '../../../api/contract/definitions.ts'
import { formatCount } from '../format/number.ts'
import { useConsole } from '../state/console-context.ts'
import { usePages } from '../state/use-pages.ts'
import { useResource } from '../state/use-resource.ts'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { entryInWords } from './timeline-words.ts'

/** What happened with the account, latest first. */
export const TimelinePanel = ({ id }: { id: string }) => {
  const { client, announce } = useConsole()
  const pages = usePages(`timeline/${id}`, (request, signal) => client.timeline(id, request, signal), 25)
  const surveys = useResource('surveys', (signal) => client.surveys(signal))
  const { rows, loading } = pages

  useEffect(() => {
    if (rows && rows.length > 25 && loading === null) announce(`${formatCount(rows.length, 'entry', 'entries')} shown.`)
  }, [rows, loading])

  return (
    <Panel title="Timeline" lines={12} waiting={rows === null} error={pages.error} retry={pages.retry}>
      {rows?.length === 0 && <p class="muted">Nothing has happened yet.</p>}
      <ol role="list" class="timeline">
        {rows?.map((entry) => (
          <Entry key={entry.id} entry={entry} surveys={surveys.data?.data ?? []} />
        ))}
      </ol>
      <LoadMore pages={pages} what="of the timeline" />
    </Panel>
  )
}

const Entry = ({ entry, surveys }: { entry: TimelineEntry; surveys: SurveyView[] }) => {
  const words = entryInWords(entry, surveys)
  return (
    <li class={`entry entry-${entry.kind}`}>
      <p class="entry-head">
        <span>
          <strong>{words.sentence}</strong>
          {entry.userId !== null && <span class="entry-user"> {entry.userId}</span>}
        </span>
        <When at={entry.at} />
      </p>
      {words.details.length > 0 && (
        <dl class="entry-details">
          {words.details.map(({ name, value }) => (
            <div key={name}>
              <dt>{/[?!:.]$/.test(name) ? name : `${name}:`}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

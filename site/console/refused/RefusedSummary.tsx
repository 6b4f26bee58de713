import { useId, useState } from 'preact/hooks'
import type { Page } from '../../../api/contract/pagination.ts'
import type { RejectedSummary } from '../../../api/contract/rejected-messages.ts'
import { formatNumber } from '../format/number.ts'
import { writeRoute } from '../routes.ts'
import type { Resource } from '../state/use-resource.ts'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { reasonTitles } from './reason-words.ts'

/** Rows that are shown at first: what to mend next. */
const shownAtFirst = 5

/** What is wrong with the messages, the most frequent first. */
export const RefusedSummary = ({ summary: { data, error, retry } }: { summary: Resource<Page<RejectedSummary>> }) => {
  const table = useId()
  const [all, setAll] = useState(false)
  const kinds = data?.data ?? []
  return (
    <Panel title="What is wrong with them" lines={5} waiting={data === null} error={error} retry={retry}>
      <table id={table} class="plain-table reasons-table">
        <caption class="visually-hidden">What is wrong with the messages, the most frequent first</caption>
        <thead>
          <tr>
            <th scope="col">What is wrong</th>
            <th scope="col" class="number">
              Messages
            </th>
          </tr>
        </thead>
        <tbody>
          {(all ? kinds : kinds.slice(0, shownAtFirst)).map(({ reason, detail, count, lastAt, exampleId }) => (
            <tr key={exampleId}>
              <th scope="row">
                <a href={writeRoute({ page: 'refused-message', id: exampleId })}>{detail}</a>
                <span class="row-detail">
                  {reasonTitles[reason]}, last <When at={lastAt} />
                </span>
              </th>
              <td class="number">{formatNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {kinds.length > shownAtFirst && (
        <button
          type="button"
          class="button button-small load-more"
          aria-expanded={all}
          aria-controls={table}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show less' : `Show all ${formatNumber(kinds.length)}`}
        </button>
      )}
    </Panel>
  )
}

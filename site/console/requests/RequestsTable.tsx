import type { SupportRequest } from '../../../api/contract/requests.ts'
import { languageName } from '../../i18n/language-name.ts'
import { exactTime } from '../format/exact-time.ts'
import { writeRoute } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { useMay } from '../state/use-may.ts'
import { Dash } from '../ui/Dash.tsx'
import { Cell, Rows } from '../ui/Rows.tsx'
import { When } from '../ui/When.tsx'
import { acknowledgementTitles, clockInWords, identityTitles, severityTitles } from './request-words.ts'

interface RequestsTableProps {
  rows: SupportRequest[]
  settle: (request: SupportRequest, status: 'answered' | 'closed') => void
}

const columns = [
  { title: 'Request', class: 'wide-cell' },
  { title: 'From' },
  { title: 'How serious' },
  { title: 'Clock' },
  { title: 'What to do' },
]

/** Whether the sender was told that it has come. */
const Acknowledgement = ({ of: { acknowledgement } }: { of: SupportRequest }) =>
  acknowledgement && (
    <span class={acknowledgement.status === 'failed' ? 'row-detail is-refused' : 'row-detail'}>
      {acknowledgementTitles[acknowledgement.status]}
      {acknowledgement.error !== null && `: ${acknowledgement.error}`}
    </span>
  )

/** Requests, each with its clock and what can be done with it. */
export const RequestsTable = ({ rows, settle }: RequestsTableProps) => {
  const may = useMay()
  const { now } = useConsole()
  return (
    <Rows caption="Requests" columns={columns}>
      {rows.map((request) => (
        <tr key={request.id} role="row">
          <th role="rowheader" scope="row" class="wide-cell">
            <details class="request">
              <summary>{request.subject}</summary>
              <p class="request-message">{request.message}</p>
            </details>
            <span class="row-detail">
              {request.reference}, <When at={request.openedAt} />
              {request.locale !== 'en' && `, in ${languageName(request.locale, 'en')}`}
            </span>
          </th>
          <Cell title="From">
            <a href={`mailto:${encodeURIComponent(request.email)}`}>{request.email}</a>
            <Acknowledgement of={request} />
            {request.accountId !== null && (
              <span class="row-detail">
                <a href={writeRoute({ page: 'account', id: request.accountId })}>
                  {request.accountName ?? request.accountId}
                </a>
              </span>
            )}
            {identityTitles[request.identity] !== null && (
              <span class="row-detail">{identityTitles[request.identity]}</span>
            )}
          </Cell>
          <Cell title="How serious">
            {severityTitles[request.severity]}
            <span class="row-detail">Tier {request.tier}</span>
          </Cell>
          <Cell title="Clock">
            <span class={request.overdue ? 'is-refused' : undefined}>{clockInWords(request, now().getTime())}</span>
            {request.dueAt !== null && <span class="row-detail">until {exactTime(request.dueAt)}</span>}
          </Cell>
          <Cell title="What to do">
            {request.status === 'closed' || !may('write') ? (
              <Dash means="Nothing" />
            ) : (
              <span class="buttons">
                {request.status === 'open' && (
                  <button type="button" class="button button-small" onClick={() => settle(request, 'answered')}>
                    Answered<span class="visually-hidden">: {request.subject}</span>
                  </button>
                )}
                <button type="button" class="button button-small" onClick={() => settle(request, 'closed')}>
                  Close<span class="visually-hidden">: {request.subject}</span>
                </button>
              </span>
            )}
          </Cell>
        </tr>
      ))}
    </Rows>
  )
}

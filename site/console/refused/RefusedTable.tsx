import type { Key } from '../../../api/contract/keys.ts'
import type { RejectedMessage } from '../../../api/contract/rejected-messages.ts'
import { writeRoute } from '../routes.ts'
import { keyName } from '../state/use-keys.ts'
import { Dash } from '../ui/Dash.tsx'
import { Cell, Rows } from '../ui/Rows.tsx'
import { When } from '../ui/When.tsx'
import { reasonTitles } from './reason-words.ts'
import { messageInWords } from './refused-words.ts'

const columns = [
  { title: 'Message' },
  { title: 'What is wrong', class: 'wide-cell' },
  { title: 'About' },
  { title: 'Came with' },
  { title: 'Arrived', class: 'short-cell' },
]

/** Refused messages, those that arrived last first. */
export const RefusedTable = ({ rows, keys }: { rows: RejectedMessage[]; keys: Key[] }) => (
  <Rows caption="Refused messages" columns={columns}>
    {rows.map((row) => (
      <tr key={row.id} role="row">
        <th role="rowheader" scope="row">
          <a class="row-link" href={writeRoute({ page: 'refused-message', id: row.id })}>
            {messageInWords(row)}
          </a>
          {row.messageId !== null && <code class="row-detail clipped">{row.messageId}</code>}
        </th>
        <Cell title="What is wrong" class="wide-cell">
          {row.detail}
          <span class="row-detail">{reasonTitles[row.reason]}</span>
        </Cell>
        <Cell title="About" class="line-cell">
          {about(row) === null ? <Dash means="it does not say" /> : <span class="clipped">{about(row)}</span>}
        </Cell>
        <Cell title="Came with">{row.keyId === null ? <Dash means="not known" /> : keyName(keys, row.keyId)}</Cell>
        <Cell title="Arrived" class="short-cell">
          <When at={row.receivedAt} />
        </Cell>
      </tr>
    ))}
  </Rows>
)

const about = ({ userId, anonymousId }: RejectedMessage): string | null => userId ?? anonymousId

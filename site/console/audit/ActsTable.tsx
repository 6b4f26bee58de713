import type { Act } from '../../../api/contract/audit-log.ts'
import type { Key } from '../../../api/contract/keys.ts'
import { exactTime } from '../format/exact-time.ts'
import { formatCount } from '../format/number.ts'
import { Cell, Rows } from '../ui/Rows.tsx'
import { actionInWords, keyOf, outcomeInWords, readActor } from './act-words.ts'

const columns = [
  { title: 'What' },
  { title: 'Who' },
  { title: 'When' },
  { title: 'Outcome' },
  { title: 'About', class: 'wide-cell' },
]

/** Acts, each with who did it and what came of it. What was not done can be looked up in the server's log. */
export const ActsTable = ({ rows, keys }: { rows: Act[]; keys: Key[] }) => (
  <Rows caption="Acts" columns={columns}>
    {rows.map((act) => (
      <ActRow key={act.id} act={act} keys={keys} />
    ))}
  </Rows>
)

const ActRow = ({ act, keys }: { act: Act; keys: Key[] }) => {
  const actor = readActor(act.actor, keys)
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {actionInWords(act.action)}
      </th>
      <Cell title="Who">
        {actor.name}
        {actor.inConsole && <span class="row-detail">in the console</span>}
      </Cell>
      <Cell title="When">
        <time class="when" dateTime={act.at}>
          {exactTime(act.at)}
        </time>
      </Cell>
      <Cell title="Outcome">
        <span class={act.status < 400 ? undefined : 'is-refused'}>{outcomeInWords(act)}</span>
        {act.count > 1 && <span class="row-detail">{formatCount(act.count, 'time')} in ten minutes</span>}
      </Cell>
      <Cell title="About" class="wide-cell">
        {keyOf(act.target, keys)?.name}
        <code class="row-detail">{act.target}</code>
        {act.status >= 400 && (
          <span class="row-detail">
            Request <code>{act.requestId}</code>
          </span>
        )}
      </Cell>
    </tr>
  )
}

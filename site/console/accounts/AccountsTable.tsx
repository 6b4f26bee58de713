import type { Account } from '../../../api/contract/accounts.ts'
import type { Tone } from '../band-tone.ts'
import { humanize } from '../format/humanize.ts'
import { formatMoney } from '../format/money.ts'
import { writeRoute } from '../routes.ts'
import type { AccountsFilter, AccountsSort } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { BandLabel } from '../ui/BandLabel.tsx'
import { Dash } from '../ui/Dash.tsx'
import { When } from '../ui/When.tsx'

interface AccountsTableProps {
  rows: Account[]
  filter: AccountsFilter
  tone: (band: string | null) => Tone
  change: (filter: AccountsFilter) => void
}

type SortField = 'name' | 'mrr' | 'score' | 'lastSeenAt'

const columns: { title: string; sort?: SortField; class?: string }[] = [
  { title: 'Name', sort: 'name' },
  { title: 'Segment' },
  { title: 'Plan' },
  { title: 'Owner', class: 'roomy-cell' },
  { title: 'MRR', sort: 'mrr', class: 'number' },
  { title: 'Score', sort: 'score' },
  { title: 'Last seen', sort: 'lastSeenAt' },
]

/**
 * The accounts as a table, on a phone as cards. The roles are spelled out because
 * browsers forget what a table is once its rows are laid out as blocks.
 */
export const AccountsTable = ({ rows, filter, tone, change }: AccountsTableProps) => (
  <table class="panel rows" role="table" aria-label="Accounts">
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ title, sort, class: className }) => (
          <th
            key={title}
            role="columnheader"
            scope="col"
            class={className}
            aria-sort={sort ? ariaSort(sort, filter.sort) : undefined}
          >
            {sort ? (
              <button type="button" onClick={() => change({ ...filter, sort: turned(sort, filter.sort) })}>
                {title}
                <SortArrow sort={ariaSort(sort, filter.sort)} />
              </button>
            ) : (
              title
            )}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((account) => (
        <Row key={account.id} account={account} tone={tone(account.band)} />
      ))}
    </tbody>
  </table>
)

const Row = ({ account, tone }: { account: Account; tone: Tone }) => {
  const { currency } = useConsole()
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a class="row-link" href={writeRoute({ page: 'account', id: account.id })}>
          {account.name ?? account.id}
        </a>
      </th>
      <td role="cell" data-title="Segment">
        {account.segment === null ? <Dash means="not known" /> : humanize(account.segment)}
      </td>
      <td role="cell" data-title="Plan">
        {account.plan === null ? <Dash means="not known" /> : humanize(account.plan)}
      </td>
      <td role="cell" data-title="Owner" class="roomy-cell">
        {account.owner ?? <Dash means="not known" />}
      </td>
      <td role="cell" data-title="MRR" class="number">
        {account.mrr === null ? <Dash means="not known" /> : formatMoney(account.mrr, currency)}
      </td>
      <td role="cell" data-title="Score" class="score-cell">
        <span class="score-number">{account.score ?? <span aria-hidden="true">–</span>}</span>
        <BandLabel band={account.band} tone={tone} />
      </td>
      <td role="cell" data-title="Last seen" class="short-cell">
        {account.lastSeenAt === null ? <Dash means="not known" /> : <When at={account.lastSeenAt} />}
      </td>
    </tr>
  )
}

const SortArrow = ({ sort }: { sort: 'ascending' | 'descending' | 'none' }) => (
  <svg
    class={`sort-arrow sort-${sort}`}
    viewBox="0 0 10 10"
    width="10"
    height="10"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M5 2v6M2 5l3 3 3-3" />
  </svg>
)

const ariaSort = (field: SortField, sort: AccountsSort): 'ascending' | 'descending' | 'none' => {
  if (sort === field) return 'ascending'
  return sort === `-${field}` ? 'descending' : 'none'
}

const turned = (field: SortField, sort: AccountsSort): AccountsSort => (sort === field ? `-${field}` : field)

import type { Account } from '../../../api/contract/accounts.ts'
import { humanize } from '../format/humanize.ts'
import { formatMoney } from '../format/money.ts'
import { noFilter, writeRoute } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { Fact } from '../ui/Fact.tsx'
import { When } from '../ui/When.tsx'

/** What is known of the account itself, in a row under its name. */
export const AccountFacts = ({ account }: { account: Account | null }) => {
  const { currency } = useConsole()
  const word = (value: string | null | undefined) => (value ? humanize(value) : null)
  return (
    <dl class="facts" aria-busy={account === null}>
      <Fact known={account !== null} title="Segment">
        {word(account?.segment)}
      </Fact>
      <Fact known={account !== null} title="Plan">
        {word(account?.plan)}
      </Fact>
      <Fact known={account !== null} title="MRR">
        {typeof account?.mrr === 'number' ? formatMoney(account.mrr, currency) : null}
      </Fact>
      <Fact known={account !== null} title="Owner">
        {account?.owner ? (
          <a href={writeRoute({ page: 'accounts', filter: { ...noFilter, owner: account.owner } })}>{account.owner}</a>
        ) : null}
      </Fact>
      <Fact known={account !== null} title="Stage">
        {word(account?.stage)}
      </Fact>
      <Fact known={account !== null} title="Last seen">
        {account?.lastSeenAt ? <When at={account.lastSeenAt} /> : null}
      </Fact>
    </dl>
  )
}

import { useState } from 'preact/hooks'
import type { Key } from '../../../api/contract/keys.ts'
import { formatCount, formatNumber } from '../format/number.ts'
import { filterQuery } from '../routes.ts'
import type { RefusedFilter } from '../routes.ts'
import { useConsole } from '../state/console-context.ts'
import { keyName } from '../state/use-keys.ts'
import { useMay } from '../state/use-may.ts'
import { AskButton } from '../ui/AskButton.tsx'
import { reasonAdvice, reasonTitles } from './reason-words.ts'
import { replayInWords } from './refused-words.ts'
import { replayAll } from './replay-all.ts'

interface RefusedActionsProps {
  filter: RefusedFilter
  keys: Key[]
  /** Says what came of it; null when it begins. */
  tell: (outcome: string | null) => void
  /** Called when it has ended, also half-way: the list is another one then. */
  ended: () => void
}

/** What can be done with all messages that a filter finds. */
export const RefusedActions = ({ filter, keys, tell, ended }: RefusedActionsProps) => {
  const { client } = useConsole()
  const [count, setCount] = useState(0)
  const which = filterInWords(filter, keys)
  if (!useMay()('write')) return null

  const replay = async (): Promise<void> => {
    tell(null)
    setCount(0)
    try {
      const counts = await replayAll(client, filter, ({ accepted, duplicates, refused }) =>
        setCount(accepted + duplicates + refused),
      )
      tell(replayInWords(counts))
    } finally {
      ended()
    }
  }
  const remove = async (): Promise<void> => {
    tell(null)
    const { removed } = await client.removeRefused(filter)
    ended()
    tell(`${formatCount(removed, 'message is', 'messages are')} removed.`)
  }

  return (
    <div class="buttons list-actions">
      <AskButton
        label={filterQuery(filter).size === 0 ? 'Send all again …' : 'Send these again …'}
        title={`Send ${which} again?`}
        confirm="Send again"
        busy={count === 0 ? 'Sending …' : `Sending … ${formatNumber(count)} done`}
        act={replay}
      >
        <p>
          Each counts as of when it first arrived. What is taken becomes a fact and leaves the list, what is refused
          again stays. Doing it twice does no harm.
        </p>
        {filter.reason === 'unverified' && <p>{reasonAdvice.unverified}</p>}
        {filter.reason === '' && <p>Unverified messages are left out: filter by that reason to send them too.</p>}
      </AskButton>
      {filterQuery(filter).size > 0 && (
        <AskButton
          final
          label="Remove these …"
          title={`Remove ${which}?`}
          confirm="Remove"
          busy="Removing …"
          act={remove}
        >
          <p>Nothing is left of them, and nothing brings them back.</p>
        </AskButton>
      )}
    </div>
  )
}

const filterInWords = ({ reason, key }: RefusedFilter, keys: Key[]): string =>
  [
    reason === '' ? 'all refused messages' : `all messages with the reason “${reasonTitles[reason]}”`,
    key !== '' && `that came with “${keyName(keys, key)}”`,
  ]
    .filter(Boolean)
    .join(' ')

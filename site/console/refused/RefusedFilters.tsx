import type { Key } from '../../../api/contract/keys.ts'
import type { RefusedFilter } from '../routes.ts'
import { Choice } from '../ui/Choice.tsx'
import { reasonTitles } from './reason-words.ts'
import type { RefusedReason } from './reason-words.ts'
import { withCount } from './refused-words.ts'

interface RefusedFiltersProps {
  filter: RefusedFilter
  counts: Map<RefusedReason, number>
  /** None where they may not be seen. */
  keys: Key[]
  change: (filter: RefusedFilter) => void
}

const reasons = Object.keys(reasonTitles) as RefusedReason[]

/** Which of the refused messages are shown. */
export const RefusedFilters = ({ filter, counts, keys, change }: RefusedFiltersProps) => (
  <search class="filters">
    <Choice
      id="filter-reason"
      label="Reason"
      any="Any reason"
      value={filter.reason}
      options={reasons
        .filter((reason) => counts.has(reason) || reason === filter.reason)
        .map((reason) => [reason, withCount(reasonTitles[reason], counts.get(reason) ?? 0)])}
      choose={(value) => change({ ...filter, reason: reasons.find((reason) => reason === value) ?? '' })}
    />
    {(keys.length > 0 || filter.key !== '') && (
      <Choice
        id="filter-key"
        label="Came with"
        any="Any key"
        value={filter.key}
        options={keys.map(({ id, name }) => [id, name])}
        choose={(key) => change({ ...filter, key })}
      />
    )}
  </search>
)

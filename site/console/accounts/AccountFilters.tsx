import { useEffect, useRef, useState } from 'preact/hooks'
import { humanize } from '../format/humanize.ts'
import { accountsSorts } from '../routes.ts'
import type { AccountsFilter, AccountsSort } from '../routes.ts'
import { Choice } from '../ui/Choice.tsx'

interface AccountFiltersProps {
  filter: AccountsFilter
  bands: string[]
  segments: string[]
  owners: string[]
  change: (filter: AccountsFilter) => void
}

const sortTitles: Record<AccountsSort, string> = {
  score: 'Score, lowest first',
  '-score': 'Score, highest first',
  name: 'Name, A to Z',
  '-name': 'Name, Z to A',
  mrr: 'MRR, lowest first',
  '-mrr': 'MRR, highest first',
  lastSeenAt: 'Last seen, longest ago first',
  '-lastSeenAt': 'Last seen, latest first',
}

/** Search, filters and order of the list of accounts. */
export const AccountFilters = ({ filter, bands, segments, owners, change }: AccountFiltersProps) => (
  <search class="filters">
    <SearchField filter={filter} change={change} />
    <Choice
      id="filter-band"
      label="Band"
      any="Any band"
      value={filter.band}
      options={bands.map((band) => [band, band])}
      choose={(band) => change({ ...filter, band })}
    />
    <Choice
      id="filter-segment"
      label="Segment"
      any="Any segment"
      value={filter.segment}
      options={segments.map((segment) => [segment, humanize(segment)])}
      choose={(segment) => change({ ...filter, segment })}
    />
    {(owners.length > 0 || filter.owner !== '') && (
      <Choice
        id="filter-owner"
        label="Owner"
        any="Any owner"
        value={filter.owner}
        options={owners.map((owner) => [owner, owner])}
        choose={(owner) => change({ ...filter, owner })}
      />
    )}
    <Choice
      id="sort"
      last
      label="Order"
      value={filter.sort}
      options={accountsSorts.map((sort) => [sort, sortTitles[sort]])}
      choose={(value) => change({ ...filter, sort: accountsSorts.find((sort) => sort === value) ?? filter.sort })}
    />
  </search>
)

const pauseInTyping = 250

const SearchField = ({ filter, change }: Pick<AccountFiltersProps, 'filter' | 'change'>) => {
  const [text, setText] = useState(filter.q)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // A space at the end is still being typed: only another search replaces what stands in the field.
  useEffect(() => setText((before) => (before.trim() === filter.q ? before : filter.q)), [filter.q])

  const search = (typed: string): void => {
    setText(typed)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => change({ ...filter, q: typed.trim() }), pauseInTyping)
  }

  return (
    <div class="field filter-search">
      <label for="filter-q">Search</label>
      <input
        id="filter-q"
        type="search"
        placeholder="Name or id"
        autoComplete="off"
        value={text}
        onInput={(event) => search(event.currentTarget.value)}
      />
    </div>
  )
}

import type { SearchInsight } from '../../../api/contract/searches.ts'
import { formatPercent } from '../format/percent.ts'
import type { SearchList } from '../routes.ts'

/** The lists of searches, as a choice. */
export const listTitles: Record<SearchList, string> = {
  top: 'Most frequent',
  unanswered: 'Without an answer',
  unclicked: 'Found, but not opened',
}

/** What it means that a list has nothing in it. */
export const emptyLists: Record<SearchList, string> = {
  top: 'Nobody has searched yet',
  unanswered: 'Every search found something',
  unclicked: 'Whatever was found was opened, too',
}

/** How many searches led somewhere, with what chance leaves open. */
export const clicksInWords = ({ clickShare, clickShareInterval: { lower, upper } }: SearchInsight): string =>
  `${formatPercent(clickShare)} (${formatPercent(lower)} to ${formatPercent(upper)})`

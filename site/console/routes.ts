import { reasonTitles } from './refused/reason-words.ts'
import type { RefusedReason } from './refused/reason-words.ts'

/** What `GET /v1/accounts` is asked for; empty means any. */
export interface AccountsFilter {
  q: string
  band: string
  segment: string
  owner: string
  sort: AccountsSort
}

/** Orders that the list of accounts can have; a minus is descending. */
export const accountsSorts = ['name', '-name', 'score', '-score', 'mrr', '-mrr', 'lastSeenAt', '-lastSeenAt'] as const
export type AccountsSort = (typeof accountsSorts)[number]

/** The worst score comes first: the list answers "who needs us today". */
const defaultSort: AccountsSort = 'score'

/** The filter that leaves nothing out. */
export const noFilter: AccountsFilter = { q: '', band: '', segment: '', owner: '', sort: defaultSort }

/** What `GET /v1/rejected-messages` is asked for; empty means any. */
export interface RefusedFilter {
  reason: RefusedReason | ''
  key: string
}

/** What `GET /v1/audit-log` is asked for; empty means any. */
export interface ActsFilter {
  actor: string
  action: string
}

/** Which searches `GET /v1/searches/insights` lists. */
export const searchLists = ['top', 'unanswered', 'unclicked'] as const
export type SearchList = (typeof searchLists)[number]

/** What it is asked for; an empty language means any. */
export interface SearchesFilter {
  show: SearchList
  locale: string
}

/** Which requests `GET /v1/requests` lists; empty is all that are not closed. */
export const requestStatuses = ['', 'open', 'answered', 'closed'] as const

/** What it is asked for; empty means any. */
export interface RequestsFilter {
  status: (typeof requestStatuses)[number]
  severity: string
}

/** Which mails `GET /v1/mails` lists. */
export const mailStatuses = ['queued', 'sent', 'failed'] as const

/** What it is asked for; empty means any. */
export interface MailsFilter {
  status: (typeof mailStatuses)[number] | ''
}

/** Where in the console somebody is. */
export type Route =
  | { page: 'accounts'; filter: AccountsFilter }
  | { page: 'account'; id: string }
  | { page: 'surveys' }
  | { page: 'feedback' }
  | { page: 'requests'; filter: RequestsFilter }
  | { page: 'searches'; filter: SearchesFilter }
  | { page: 'keys' }
  | { page: 'new-key' }
  | { page: 'key'; id: string }
  | { page: 'refused-messages'; filter: RefusedFilter }
  | { page: 'refused-message'; id: string }
  | { page: 'mails'; filter: MailsFilter }
  | { page: 'audit-log'; filter: ActsFilter }
  | { page: 'unknown' }

/** The route of a hash such as `#/accounts?band=Healthy`; null for an anchor within the page. */
export const readRoute = (hash: string): Route | null => {
  if (hash === '' || hash === '#') return { page: 'accounts', filter: noFilter }
  if (!hash.startsWith('#/')) return null
  const [path = '', query = ''] = splitOnce(hash.slice(1), '?')
  const [place = 'accounts', encodedId, ...rest] = path.split('/').filter((part) => part !== '')
  if (rest.length > 0) return { page: 'unknown' }
  return encodedId === undefined ? readList(place, new URLSearchParams(query)) : readItem(place, encodedId)
}

const readList = (place: string, query: URLSearchParams): Route => {
  const given = (name: string): string => query.get(name) ?? ''
  switch (place) {
    case 'accounts':
      return { page: place, filter: readAccountsFilter(given) }
    case 'refused-messages':
      return { page: place, filter: { reason: readReason(given('reason')), key: given('key') } }
    case 'audit-log':
      return { page: place, filter: { actor: given('actor'), action: given('action') } }
    case 'requests':
      return {
        page: place,
        filter: {
          status: requestStatuses.find((status) => status === given('status')) ?? '',
          severity: given('severity'),
        },
      }
    case 'mails':
      return { page: place, filter: { status: mailStatuses.find((status) => status === given('status')) ?? '' } }
    case 'searches':
      return {
        page: place,
        filter: { show: searchLists.find((list) => list === given('show')) ?? 'top', locale: given('locale') },
      }
    case 'surveys':
    case 'feedback':
    case 'keys':
      return { page: place }
    default:
      return { page: 'unknown' }
  }
}

const readAccountsFilter = (given: (name: string) => string): AccountsFilter => ({
  q: given('q'),
  band: given('band'),
  segment: given('segment'),
  owner: given('owner'),
  sort: accountsSorts.find((sort) => sort === given('sort')) ?? defaultSort,
})

const readReason = (text: string): RefusedReason | '' =>
  Object.hasOwn(reasonTitles, text) ? (text as RefusedReason) : ''

const readItem = (place: string, encodedId: string): Route => {
  if (place === 'keys' && encodedId === 'new') return { page: 'new-key' }
  const page = (Object.keys(placesOfItems) as ItemPage[]).find((item) => placesOfItems[item] === place)
  const id = decode(encodedId)
  return page === undefined || id === null ? { page: 'unknown' } : { page, id }
}

const placesOfItems = { account: 'accounts', key: 'keys', 'refused-message': 'refused-messages' } as const
type ItemPage = keyof typeof placesOfItems

/** The hash of a route, for links. */
export const writeRoute = (route: Route): string => {
  if (route.page === 'new-key') return '#/keys/new'
  if ('id' in route) return `#/${placesOfItems[route.page]}/${encodeURIComponent(route.id)}`
  const query = 'filter' in route ? filterQuery(route.filter).toString() : ''
  return query === '' ? `#/${route.page}` : `#/${route.page}?${query}`
}

/** What is meant where nothing is said. */
const defaults: Record<string, string> = { sort: defaultSort, show: 'top' }

/** A filter as query parameters, without what is empty or the default. */
export const filterQuery = (
  filter: AccountsFilter | RefusedFilter | ActsFilter | SearchesFilter | RequestsFilter | MailsFilter,
): URLSearchParams => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter) as [string, string][]) {
    if (value !== '' && defaults[name] !== value) query.set(name, value)
  }
  return query
}

// A hash can be typed by hand, and a lone percent sign makes decoding throw.
const decode = (encoded: string): string | null => {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}

const splitOnce = (text: string, separator: string): string[] => {
  const at = text.indexOf(separator)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

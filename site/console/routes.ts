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

/** Where in the console somebody is. */
export type Route =
  | { page: 'accounts'; filter: AccountsFilter }
  | { page: 'account'; id: string }
  | { page: 'surveys' }
  | { page: 'feedback' }
  | { page: 'unknown' }

/** The route of a hash such as `#/accounts?band=Healthy`; null for an anchor within the page. */
export const readRoute = (hash: string): Route | null => {
  if (hash === '' || hash === '#') return { page: 'accounts', filter: noFilter }
  if (!hash.startsWith('#/')) return null
  const [path = '', query = ''] = splitOnce(hash.slice(1), '?')
  const [first, second, ...rest] = path.split('/').filter((part) => part !== '')
  if (rest.length > 0) return { page: 'unknown' }
  if (first === undefined || (first === 'accounts' && second === undefined)) {
    return { page: 'accounts', filter: readFilter(new URLSearchParams(query)) }
  }
  if (first === 'accounts' && second !== undefined) return accountRoute(second)
  if ((first === 'surveys' || first === 'feedback') && second === undefined) return { page: first }
  return { page: 'unknown' }
}

/** The hash of a route, for links. */
export const writeRoute = (route: Route): string => {
  if (route.page === 'account') return `#/accounts/${encodeURIComponent(route.id)}`
  if (route.page !== 'accounts') return `#/${route.page}`
  const query = filterQuery(route.filter).toString()
  return query === '' ? '#/accounts' : `#/accounts?${query}`
}

/** A filter as query parameters, without what is empty or the default. */
export const filterQuery = (filter: AccountsFilter): URLSearchParams => {
  const query = new URLSearchParams()
  for (const name of ['q', 'band', 'segment', 'owner'] as const) {
    if (filter[name] !== '') query.set(name, filter[name])
  }
  if (filter.sort !== defaultSort) query.set('sort', filter.sort)
  return query
}

const readFilter = (query: URLSearchParams): AccountsFilter => ({
  q: query.get('q') ?? '',
  band: query.get('band') ?? '',
  segment: query.get('segment') ?? '',
  owner: query.get('owner') ?? '',
  sort: accountsSorts.find((sort) => sort === query.get('sort')) ?? defaultSort,
})

// A hash can be typed by hand, and a lone percent sign makes decoding throw.
const accountRoute = (encoded: string): Route => {
  try {
    return { page: 'account', id: decodeURIComponent(encoded) }
  } catch {
    return { page: 'unknown' }
  }
}

const splitOnce = (text: string, separator: string): string[] => {
  const at = text.indexOf(separator)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

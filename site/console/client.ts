import type { Account, TimelineEntry } from '../../api/contract/accounts.ts'
import type { ArticleInsight } from '../../api/contract/articles.ts'
import type { Act } from '../../api/contract/audit-log.ts'
import type { ProgramView, ScorecardView, SurveyView } from '../../api/contract/definitions.ts'
import type { Health, HealthPoint } from '../../api/contract/health.ts'
import type { CreateKeyRequest, Key, NewKey, UpdateKeyRequest } from '../../api/contract/keys.ts'
import type { Mail } from '../../api/contract/mails.ts'
import type { Enrolment } from '../../api/contract/onboarding.ts'
import type { Page } from '../../api/contract/pagination.ts'
import type {
  RejectedMessage,
  RejectedRemoved,
  RejectedSummary,
  ReplayRequest,
  ReplayResult,
} from '../../api/contract/rejected-messages.ts'
import type { Scope } from '../../api/contract/scopes.ts'
import type { SettleRequest, SupportRequest } from '../../api/contract/requests.ts'
import type { SearchInsight } from '../../api/contract/searches.ts'
import type { Session } from '../../api/contract/session.ts'
import type { SurveyResults } from '../../api/contract/survey-results.ts'
import { filterQuery } from './routes.ts'
import type {
  AccountsFilter,
  ActsFilter,
  MailsFilter,
  RefusedFilter,
  RequestsFilter,
  SearchesFilter,
} from './routes.ts'
import { errorFromAnswer, RequestError, unreachable } from './request-error.ts'

/** That somebody is signed in, with what, and until when. */
export interface SignedIn {
  expiresAt: string
  /** Id of the key that it was opened with. */
  keyId: string
  /** What that key may do. */
  scopes: Scope[]
}

/** Which part of a list: how many rows, and after which. */
export interface PageRequest {
  limit: number
  cursor: string | null
}

/** What a client needs from the page it runs on. */
export interface ClientOptions {
  fetch: typeof fetch
  /** Called when an answer says that the session is over. */
  onSignedOut: () => void
}

/** The part of the API that the console uses. Every call throws a `RequestError` or an `AbortError`. */
export type ConsoleClient = ReturnType<typeof createClient>

/**
 * Makes the console's client. The session is a cookie that scripts cannot read, so there is no key to carry.
 */
export const createClient = ({ fetch, onSignedOut }: ClientOptions) => {
  const ask = async <Answer>(path: string, init: RequestInit): Promise<Answer> => {
    const { status, body } = await send(fetch, path, init)
    if (status === 401) onSignedOut()
    if (status !== 200 && status !== 204) throw errorFromAnswer(status, body)
    // The wire's shapes are held by the API's own schemas; checking them again would ship zod to the browser.
    return body as Answer
  }
  const read = <Answer>(path: string, signal: AbortSignal): Promise<Answer> => ask(path, { signal })
  const list = <Row>(path: string, { limit, cursor }: PageRequest, signal: AbortSignal): Promise<Page<Row>> => {
    const query = new URLSearchParams({ limit: String(limit), ...(cursor === null ? {} : { cursor }) })
    return read(`${path}${path.includes('?') ? '&' : '?'}${query.toString()}`, signal)
  }
  const account = (id: string): string => `/v1/accounts/${encodeURIComponent(id)}`
  const key = (id: string): string => `/v1/keys/${encodeURIComponent(id)}`
  const refused = (id: string): string => `/v1/rejected-messages/${encodeURIComponent(id)}`

  return {
    /** The session, or null where nobody is signed in. */
    session: async (): Promise<SignedIn | null> => {
      const { status, body } = await send(fetch, '/v1/session', {})
      if (status !== 200) throw errorFromAnswer(status, body)
      const { expiresAt, keyId, scopes } = body as Session
      return expiresAt === null || keyId === null ? null : { expiresAt, keyId, scopes }
    },
    signIn: async (secretKey: string): Promise<SignedIn> => {
      const { status, body } = await send(fetch, '/v1/session', withBody('POST', { secretKey }))
      if (status !== 200) throw errorFromAnswer(status, body)
      return body as SignedIn
    },
    signOut: async (): Promise<void> => {
      const { status, body } = await send(fetch, '/v1/session', { method: 'DELETE' })
      if (status >= 400 && status !== 401) throw errorFromAnswer(status, body)
    },
    accounts: (filter: AccountsFilter, request: PageRequest, signal: AbortSignal) =>
      list<Account>(`/v1/accounts?${accountsQuery(filter).toString()}`, request, signal),
    account: (id: string, signal: AbortSignal) => read<Account>(account(id), signal),
    health: (id: string, signal: AbortSignal) => read<Health>(`${account(id)}/health`, signal),
    healthHistory: (id: string, request: PageRequest, signal: AbortSignal) =>
      list<HealthPoint>(`${account(id)}/health/history`, request, signal),
    onboarding: (id: string, signal: AbortSignal) => read<Page<Enrolment>>(`${account(id)}/onboarding`, signal),
    timeline: (id: string, request: PageRequest, signal: AbortSignal) =>
      list<TimelineEntry>(`${account(id)}/timeline`, request, signal),
    programs: (signal: AbortSignal) => read<Page<ProgramView>>('/v1/programs', signal),
    scorecards: (signal: AbortSignal) => read<Page<ScorecardView>>('/v1/scorecards', signal),
    surveys: (signal: AbortSignal) => read<Page<SurveyView>>('/v1/surveys', signal),
    surveyResults: (id: string, signal: AbortSignal) =>
      read<SurveyResults>(`/v1/surveys/${encodeURIComponent(id)}/results`, signal),
    articleInsights: (request: PageRequest, signal: AbortSignal) =>
      list<ArticleInsight>('/v1/articles/insights', request, signal),
    searchInsights: (filter: SearchesFilter, request: PageRequest, signal: AbortSignal) =>
      list<SearchInsight>(`/v1/searches/insights?${filterQuery(filter).toString()}`, request, signal),
    requests: (filter: RequestsFilter, request: PageRequest, signal: AbortSignal) =>
      list<SupportRequest>(`/v1/requests?${filterQuery(filter).toString()}`, request, signal),
    settleRequest: (id: string, status: SettleRequest['status']) =>
      ask<SupportRequest>(`/v1/requests/${encodeURIComponent(id)}`, withBody('PATCH', { status })),
    keys: (request: PageRequest, signal: AbortSignal) => list<Key>('/v1/keys', request, signal),
    key: (id: string, signal: AbortSignal) => read<Key>(key(id), signal),
    createKey: (given: CreateKeyRequest) => ask<NewKey>('/v1/keys', withBody('POST', given)),
    updateKey: (id: string, change: UpdateKeyRequest) => ask<Key>(key(id), withBody('PATCH', change)),
    rotateKey: (id: string, graceSeconds: number) =>
      ask<NewKey>(`${key(id)}/rotate`, withBody('POST', { graceSeconds })),
    revokeKey: (id: string) => ask<null>(key(id), { method: 'DELETE' }),
    refusedMessages: (filter: RefusedFilter, request: PageRequest, signal: AbortSignal) =>
      list<RejectedMessage>(`/v1/rejected-messages?${filterQuery(filter).toString()}`, request, signal),
    refusedSummary: (signal: AbortSignal) => read<Page<RejectedSummary>>('/v1/rejected-messages/summary', signal),
    refusedMessage: (id: string, signal: AbortSignal) => read<RejectedMessage>(refused(id), signal),
    replayRefused: (request: ReplayRequest) =>
      ask<ReplayResult>('/v1/rejected-messages/replay', withBody('POST', request)),
    removeRefused: (filter: RefusedFilter) =>
      ask<RejectedRemoved>(`/v1/rejected-messages?${filterQuery(filter).toString()}`, { method: 'DELETE' }),
    removeRefusedMessage: (id: string) => ask<null>(refused(id), { method: 'DELETE' }),
    mails: (filter: MailsFilter, request: PageRequest, signal: AbortSignal) =>
      list<Mail>(`/v1/mails?${filterQuery(filter).toString()}`, request, signal),
    retryMail: (id: string) => ask<Mail>(`/v1/mails/${encodeURIComponent(id)}/retry`, { method: 'POST' }),
    acts: (filter: ActsFilter, request: PageRequest, signal: AbortSignal) =>
      list<Act>(`/v1/audit-log?${filterQuery(filter).toString()}`, request, signal),
  }
}

const withBody = (method: string, body: object): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

const accountsQuery = ({ sort, ...filter }: AccountsFilter): URLSearchParams => {
  const query = new URLSearchParams({ sort })
  for (const [name, value] of Object.entries(filter)) if (value !== '') query.set(name, value)
  return query
}

const send = async (fetch: ClientOptions['fetch'], path: string, init: RequestInit) => {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (isAbort(error)) throw error
    throw unreachable()
  }
  return { status: response.status, body: await readBody(response) }
}

const readBody = async (response: Response): Promise<unknown> => {
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  if (!isJson) return null
  try {
    return await response.json()
  } catch (error) {
    if (isAbort(error)) throw error
    throw new RequestError('The answer of the server broke off. Try again.', response.status)
  }
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

import type { Account, TimelineEntry } from '../../api/contract/accounts.ts'
import type { ArticleInsight } from '../../api/contract/articles.ts'
import type { ProgramView, ScorecardView, SurveyView } from '../../api/contract/definitions.ts'
import type { Health, HealthPoint } from '../../api/contract/health.ts'
import type { Enrolment } from '../../api/contract/onboarding.ts'
import type { Page } from '../../api/contract/pagination.ts'
import type { Session } from '../../api/contract/session.ts'
import type { SurveyResults } from '../../api/contract/survey-results.ts'
import type { AccountsFilter } from './routes.ts'
import { errorFromAnswer, RequestError, unreachable } from './request-error.ts'

/** That somebody is signed in, and until when. */
export interface SignedIn {
  expiresAt: string
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

/** The part of the API that the console reads. Every call throws a `RequestError` or an `AbortError`. */
export type ConsoleClient = ReturnType<typeof createClient>

/**
 * Makes the console's client. The session is a cookie that scripts cannot read, so there is no key to carry.
 */
export const createClient = ({ fetch, onSignedOut }: ClientOptions) => {
  const read = async <Answer>(path: string, signal: AbortSignal): Promise<Answer> => {
    const { status, body } = await send(fetch, path, { signal })
    if (status === 401) onSignedOut()
    if (status !== 200) throw errorFromAnswer(status, body)
    // The wire's shapes are held by the API's own schemas; checking them again would ship zod to the browser.
    return body as Answer
  }
  const list = <Row>(path: string, { limit, cursor }: PageRequest, signal: AbortSignal): Promise<Page<Row>> => {
    const query = new URLSearchParams({ limit: String(limit), ...(cursor === null ? {} : { cursor }) })
    return read(`${path}${path.includes('?') ? '&' : '?'}${query.toString()}`, signal)
  }
  const account = (id: string): string => `/v1/accounts/${encodeURIComponent(id)}`

  return {
    /** The session, or null where nobody is signed in. */
    session: async (): Promise<SignedIn | null> => {
      const { status, body } = await send(fetch, '/v1/session', {})
      if (status !== 200) throw errorFromAnswer(status, body)
      const { expiresAt } = body as Session
      return expiresAt === null ? null : { expiresAt }
    },
    signIn: async (secretKey: string): Promise<SignedIn> => {
      const { status, body } = await send(fetch, '/v1/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secretKey }),
      })
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
  }
}

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

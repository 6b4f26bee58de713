import type { Scope } from '../../api/contract/scopes.ts'

/** A route, with a request that it takes. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** With ids in it. `KEY` stands for a key that was just made. */
  path: string
  body?: object
  needs: Scope
  /** What a request without proof of who the user is gets, where the server wants one. */
  unproven?: 403 | 422
  /** Whether the help center's own pages need no key. */
  ownPage?: true
}

const mia = { userId: 'mia' }

/** Every route that needs a key. A test holds the list against the description of the API. */
export const routes: Route[] = [
  { method: 'POST', path: '/v1/batch', body: { batch: [] }, needs: 'ingest' },
  { method: 'POST', path: '/v1/track', body: { ...mia, event: 'signed_in' }, needs: 'ingest', unproven: 422 },
  { method: 'POST', path: '/v1/identify', body: mia, needs: 'ingest', unproven: 422 },
  { method: 'POST', path: '/v1/page', body: mia, needs: 'ingest', unproven: 422 },
  { method: 'POST', path: '/v1/screen', body: mia, needs: 'ingest', unproven: 422 },
  { method: 'POST', path: '/v1/group', body: { ...mia, groupId: 'linde' }, needs: 'ingest', unproven: 422 },
  { method: 'POST', path: '/v1/alias', body: { ...mia, previousId: 'visitor' }, needs: 'ingest', unproven: 422 },

  { method: 'POST', path: '/v1/state', body: mia, needs: 'browser', unproven: 403 },
  {
    method: 'POST',
    path: '/v1/shown',
    body: { ...mia, kind: 'survey', id: 'nps', action: 'shown' },
    needs: 'browser',
    unproven: 403,
  },
  {
    method: 'POST',
    path: '/v1/surveys/nps/responses',
    body: { ...mia, submissionId: 's', answers: { score: 9 }, completed: true },
    needs: 'browser',
    unproven: 403,
  },
  {
    method: 'POST',
    path: '/v1/feedback',
    body: { article: 'planning/conflicts', helpful: false },
    needs: 'browser',
    ownPage: true,
  },
  {
    method: 'POST',
    path: '/v1/article-views',
    body: { article: 'planning/conflicts' },
    needs: 'browser',
    ownPage: true,
  },
  {
    method: 'POST',
    path: '/v1/article-contacts',
    body: { article: 'planning/conflicts' },
    needs: 'browser',
    ownPage: true,
  },
  {
    method: 'POST',
    path: '/v1/requests',
    body: { id: 'request', subject: 'Help', message: 'It is stuck.', email: 'mia@linde.example' },
    needs: 'browser',
    ownPage: true,
  },
  { method: 'GET', path: '/v1/articles/popular', needs: 'browser', ownPage: true },
  { method: 'POST', path: '/v1/requests/times', body: {}, needs: 'browser', ownPage: true },
  { method: 'POST', path: '/v1/searches', body: { query: 'qr bill', results: 3 }, needs: 'browser', ownPage: true },

  { method: 'GET', path: '/v1/events', needs: 'read' },
  { method: 'GET', path: '/v1/events/export', needs: 'read' },
  { method: 'GET', path: '/v1/rejected-messages', needs: 'read' },
  { method: 'GET', path: '/v1/rejected-messages/summary', needs: 'read' },
  { method: 'GET', path: '/v1/rejected-messages/rejection', needs: 'read' },
  { method: 'GET', path: '/v1/accounts', needs: 'read' },
  { method: 'GET', path: '/v1/accounts/linde', needs: 'read' },
  { method: 'GET', path: '/v1/accounts/linde/health', needs: 'read' },
  { method: 'GET', path: '/v1/accounts/linde/health/history', needs: 'read' },
  { method: 'GET', path: '/v1/accounts/linde/onboarding', needs: 'read' },
  { method: 'GET', path: '/v1/accounts/linde/timeline', needs: 'read' },
  { method: 'POST', path: '/v1/health/score', body: { scorecard: 'vectra', measures: {} }, needs: 'read' },
  { method: 'GET', path: '/v1/accounts/linde/traits', needs: 'read' },
  { method: 'GET', path: '/v1/users', needs: 'read' },
  { method: 'GET', path: '/v1/users/mia', needs: 'read' },
  { method: 'GET', path: '/v1/users/mia/traits', needs: 'read' },
  { method: 'GET', path: '/v1/users/mia/export', needs: 'read' },
  { method: 'GET', path: '/v1/surveys/nps/results', needs: 'read' },
  { method: 'GET', path: '/v1/articles/insights', needs: 'read' },
  { method: 'GET', path: '/v1/searches/insights', needs: 'read' },
  { method: 'GET', path: '/v1/requests', needs: 'read' },
  { method: 'GET', path: '/v1/mails', needs: 'read' },
  { method: 'GET', path: '/v1/programs', needs: 'read' },
  { method: 'GET', path: '/v1/surveys', needs: 'read' },
  { method: 'GET', path: '/v1/scorecards', needs: 'read' },
  { method: 'GET', path: '/metrics', needs: 'read' },

  { method: 'POST', path: '/v1/health/recompute', needs: 'write' },
  { method: 'PATCH', path: '/v1/requests/request', body: { status: 'answered' }, needs: 'write' },
  { method: 'POST', path: '/v1/mails/mail/retry', needs: 'write' },
  { method: 'POST', path: '/v1/rejected-messages/replay', body: { reason: 'invalid' }, needs: 'write' },
  { method: 'DELETE', path: '/v1/rejected-messages?reason=invalid', needs: 'write' },
  { method: 'DELETE', path: '/v1/rejected-messages/rejection', needs: 'write' },

  { method: 'DELETE', path: '/v1/requests/request', needs: 'admin' },
  { method: 'DELETE', path: '/v1/users/jonas', needs: 'admin' },
  { method: 'GET', path: '/v1/keys', needs: 'admin' },
  { method: 'POST', path: '/v1/keys', body: { kind: 'write', name: 'A page', scopes: ['ingest'] }, needs: 'admin' },
  { method: 'GET', path: '/v1/keys/KEY', needs: 'admin' },
  { method: 'POST', path: '/v1/keys/KEY/rotate', body: {}, needs: 'admin' },
  { method: 'PATCH', path: '/v1/keys/KEY', body: { name: 'Another page' }, needs: 'admin' },
  { method: 'DELETE', path: '/v1/keys/KEY', needs: 'admin' },
  { method: 'GET', path: '/v1/audit-log', needs: 'admin' },
]

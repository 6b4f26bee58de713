import { describe, expect, test } from 'vitest'
import { noFilter, readRoute, writeRoute } from '../../site/console/routes.ts'
import type { Route } from '../../site/console/routes.ts'

describe('an address', () => {
  test.each<[string, Route]>([
    ['', { page: 'accounts', filter: noFilter }],
    ['#/', { page: 'accounts', filter: noFilter }],
    ['#/accounts?band=At+Risk&sort=-mrr', { page: 'accounts', filter: { ...noFilter, band: 'At Risk', sort: '-mrr' } }],
    ['#/accounts/linden', { page: 'account', id: 'linden' }],
    ['#/accounts/a%2Fb%20%C3%BC', { page: 'account', id: 'a/b ü' }],
    ['#/surveys', { page: 'surveys' }],
    ['#/feedback', { page: 'feedback' }],
    ['#/searches', { page: 'searches', filter: { show: 'top', locale: '' } }],
    ['#/searches?show=nonsense&locale=fr', { page: 'searches', filter: { show: 'top', locale: 'fr' } }],
    ['#/requests?status=gone&severity=P0', { page: 'requests', filter: { status: '', severity: 'P0' } }],
    ['#/mails?status=failed', { page: 'mails', filter: { status: 'failed' } }],
    ['#/mails?status=gone', { page: 'mails', filter: { status: '' } }],
    ['#/keys', { page: 'keys' }],
    ['#/keys/new', { page: 'new-key' }],
    ['#/keys/01a', { page: 'key', id: '01a' }],
    [
      '#/refused-messages?reason=too_old&key=crm',
      { page: 'refused-messages', filter: { reason: 'too_old', key: 'crm' } },
    ],
    ['#/refused-messages?reason=constructor', { page: 'refused-messages', filter: { reason: '', key: '' } }],
    ['#/refused-messages/01a', { page: 'refused-message', id: '01a' }],
    ['#/audit-log?actor=session%3Acrm', { page: 'audit-log', filter: { actor: 'session:crm', action: '' } }],
    ['#/surveys/nps', { page: 'unknown' }],
    ['#/nowhere', { page: 'unknown' }],
    ['#/accounts/a/b', { page: 'unknown' }],
    ['#/accounts/%', { page: 'unknown' }],
  ])('%s leads to its page', (hash, route) => {
    expect(readRoute(hash)).toEqual(route)
  })

  test('of an anchor within the page is no route', () => {
    expect(readRoute('#main')).toBeNull()
  })

  test('with an order that does not exist falls back to the usual one', () => {
    expect(readRoute('#/accounts?sort=colour')).toEqual({ page: 'accounts', filter: noFilter })
  })
})

describe('a link', () => {
  test.each<Route>([
    { page: 'accounts', filter: noFilter },
    { page: 'accounts', filter: { q: 'a&b ü', band: 'At Risk', segment: 'school', owner: 'Mia Keller', sort: 'name' } },
    { page: 'account', id: 'a/b?c#d ü%' },
    { page: 'surveys' },
    { page: 'feedback' },
    { page: 'searches', filter: { show: 'unanswered', locale: 'fr' } },
    { page: 'requests', filter: { status: 'closed', severity: 'P1' } },
    { page: 'mails', filter: { status: 'queued' } },
    { page: 'keys' },
    { page: 'new-key' },
    { page: 'key', id: 'a/b' },
    { page: 'refused-messages', filter: { reason: 'unverified', key: 'crm' } },
    { page: 'refused-message', id: 'a/b' },
    { page: 'audit-log', filter: { actor: 'session:crm', action: 'createKey,revokeKey' } },
  ])('leads where it was made for: %o', (route) => {
    expect(readRoute(writeRoute(route))).toEqual(route)
  })

  test('leaves out what is not filtered', () => {
    expect(writeRoute({ page: 'accounts', filter: noFilter })).toBe('#/accounts')
  })
})

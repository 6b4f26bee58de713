import { expect, test } from 'vitest'
import { Problem } from '../../api/contract/problem.ts'
import { createTestApp } from '../support/create-test-app.ts'
import { workOf } from '../support/work-of.ts'

/** What is said of a request with the secret key: the status, and each place with what is wrong there. */
async function sayOf(path: string, body?: unknown) {
  const app = await createTestApp()
  const answer = await app.request(path, {
    headers: { Authorization: `Bearer ${app.services.keys.secret}` },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  const { status, errors = [] } = Problem.parse(await answer.json())
  expect(status).toBe(422)
  return Object.fromEntries(errors.map(({ path, detail }) => [path, detail]))
}

const scopes = 'ingest, browser, read, write, admin'
const key = { kind: 'secret', name: 'Nightly import', scopes: ['read'] }
const shown = { userId: 'mia', kind: 'survey', id: 'nps', action: 'shown' }
const response = { userId: 'mia', submissionId: 's1', answers: { score: 9 }, completed: true }

test.each<[what: string, path: string, body: unknown, said: Record<string, string>]>([
  [
    'a field that is missing',
    '/v1/keys',
    {},
    {
      kind: 'It is missing. Send one of write, secret.',
      name: 'It is missing. Send a text.',
      scopes: `It is missing. Send a list of ${scopes}.`,
    },
  ],
  ['a key that is missing', '/v1/session', {}, { secretKey: 'It is missing. Send a text.' }],
  [
    'a field of another type',
    '/v1/surveys/nps/responses',
    { ...response, completed: 'yes', submissionId: 5 },
    {
      completed: 'It must be true or false, and is the text "yes".',
      submissionId: 'It must be a text, and is 5. Put it in quotes: "5".',
    },
  ],
  [
    'an answer that is none',
    '/v1/surveys/nps/responses',
    { ...response, answers: { score: {}, 'like-most': 'x'.repeat(5001) } },
    {
      'answers.score': 'It must be a number or a text or true or false or a list or null, and is an object.',
      'answers.like-most': 'It must have at most 5000 characters.',
    },
  ],
  [
    'an object that cannot be a text, where there is a choice',
    '/v1/keys',
    { ...key, kind: { toString: {} } },
    { kind: 'It must be one of write, secret, and is an object.' },
  ],
  ['a body that is a list', '/v1/health/score', [], { '': 'The body must be an object, and is a list.' }],
  ['a body that is nothing', '/v1/state', null, { '': 'The body must be an object, and is null.' }],
  [
    'an object that is none',
    '/v1/health/score',
    { scorecard: 'vectra', measures: 'all' },
    { measures: 'It must be an object, and is the text "all".' },
  ],
  [
    'a choice that there is not',
    '/v1/shown',
    { ...shown, kind: 'surveys' },
    {
      kind: 'It must be one of survey, milestone, checklist, tour, announcement, banner, and is the text "surveys". Write survey.',
    },
  ],
  [
    'a choice in a list',
    '/v1/keys',
    { ...key, scopes: ['reed'] },
    { 'scopes.0': `It must be one of ${scopes}, and is the text "reed". Write read.` },
  ],
  [
    'a list that says a thing twice',
    '/v1/keys',
    { ...key, scopes: ['read', 'read'] },
    { scopes: 'It cannot be like this. Correct it: name each scope once.' },
  ],
  [
    'a list of choices that is empty',
    '/v1/keys',
    { ...key, scopes: [] },
    { scopes: `It is empty. Send a list of ${scopes}.` },
  ],
  [
    'a choice where a list of them belongs',
    '/v1/keys',
    { ...key, scopes: 'read' },
    { scopes: `It must be a list of ${scopes}, and is the text "read". Put it in brackets: ["read"].` },
  ],
  [
    'a choice that is empty',
    '/v1/requests?severity=',
    undefined,
    { severity: 'It is empty. Send one of P0, P1, P2, P3.' },
  ],
  ['an empty text', '/v1/keys', { ...key, name: ' ' }, { name: 'It is empty.' }],
  ['a long text', '/v1/keys', { ...key, name: 'x'.repeat(101) }, { name: 'It must have at most 100 characters.' }],
  [
    'a field that nobody knows',
    '/v1/keys',
    { ...key, scope: ['read'], colour: 'green' },
    {
      scope:
        'There is nothing of this name here. Correct its name or take it out; here may stand kind, name, scopes, origins, expiresAt.',
      colour:
        'There is nothing of this name here. Correct its name or take it out; here may stand kind, name, scopes, origins, expiresAt.',
    },
  ],
  [
    'a field whose name is mistyped, which is then not missing',
    '/v1/keys',
    { kind: 'secret', nam: 'Nightly import', scopes: ['read'] },
    {
      nam: 'There is nothing of this name here. Is `name` meant? Correct its name or take it out; here may stand kind, name, scopes, origins, expiresAt.',
    },
  ],
  [
    'a time that is none',
    '/v1/keys',
    { ...key, expiresAt: 'tomorrow' },
    { expiresAt: 'It cannot be the text "tomorrow". Correct it: use a time such as 2026-03-02T08:00:00Z.' },
  ],
  [
    'a number out of its range',
    '/v1/keys/some-key/rotate',
    { graceSeconds: -1 },
    { graceSeconds: 'It must be at least 0, and is -1.' },
  ],
  [
    'a number that is not whole',
    '/v1/keys/some-key/rotate',
    { graceSeconds: 1.5 },
    { graceSeconds: 'It must be a whole number, and is 1.5.' },
  ],
  ['a number of a query', '/v1/events?limit=1000', undefined, { limit: 'It must be at most 500, and is 1000.' }],
  [
    'a number that is none',
    '/v1/accounts?limit=many',
    undefined,
    { limit: 'It must be a number, and is the text "many".' },
  ],
  [
    'a parameter that is given twice',
    '/v1/users?limit=1&limit=2',
    undefined,
    { limit: 'It must be a number, and is a list.' },
  ],
  [
    'a day that is none',
    '/v1/surveys/nps/results?from=yesterday',
    undefined,
    {
      from: 'It cannot be the text "yesterday". Correct it: use a date such as 2026-03-02, or a time such as 2026-03-02T08:00:00Z.',
    },
  ],
  [
    'a time of a query',
    '/v1/rejected-messages?since=yesterday',
    undefined,
    { since: 'It cannot be the text "yesterday". Correct it: use a time in UTC such as 2026-03-02T08:00:00Z.' },
  ],
  [
    'a parameter that is mistyped',
    '/v1/keys?limt=5',
    undefined,
    {
      limt: 'There is nothing of this name here. Is `limit` meant? Correct its name or take it out; here may stand limit, cursor.',
    },
  ],
  [
    'the one parameter of a score',
    '/v1/accounts/linde/health?scorcard=vectra',
    undefined,
    {
      scorcard:
        'There is nothing of this name here. Is `scorecard` meant? Correct its name or take it out; here may stand scorecard.',
    },
  ],
  [
    'a parameter of results',
    '/v1/surveys/nps/results?segmnt=school',
    undefined,
    {
      segmnt:
        'There is nothing of this name here. Is `segment` meant? Correct its name or take it out; here may stand from, to, segment.',
    },
  ],
  [
    'a parameter of definitions',
    '/v1/programs?lang=fr',
    undefined,
    { lang: 'There is nothing of this name here. Correct its name or take it out; here may stand locale.' },
  ],
])('%s is explained', async (...[, path, body, said]) => {
  expect(await sayOf(path, body)).toEqual(said)
})

test('thousands of fields that nobody knows are looked at no longer than one', async () => {
  const fields = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`field${n}`, n]))
  let said = {}
  const work = await workOf(async () => {
    said = await sayOf('/v1/keys', { ...key, ...fields, ['x'.repeat(100_000)]: 1 })
  })
  expect(Object.keys(said).length).toBeLessThanOrEqual(100)
  expect(work).toBeLessThan(1500)
})

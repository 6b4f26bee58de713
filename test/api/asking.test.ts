import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Impression } from '../../api/contract/impressions.ts'
import type { State } from '../../api/contract/state.ts'
import type { SurveyResults } from '../../api/contract/survey-results.ts'
import { isSampled, signedUpAt } from '../../api/impressions/sample.ts'
import { Survey } from '../../surveys/schema.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const day = 86_400_000
const mia = { userId: 'mia' }

const survey = (id: string, rest: object = {}) => ({
  ...Survey.parse({ kind: 'nps', questions: [{ id: 'score', type: 'nps', text: 'How likely?' }], ...rest }),
  id,
})

/** An API with surveys of its own. */
async function appWith(...surveys: ReturnType<typeof survey>[]) {
  const app = await createTestApp()
  app.services.definitions.surveys = surveys
  return app
}

const stateOf = async (app: TestApp, who: object = mia) => (await (await app.send('/v1/state', who)).json()) as State
const asked = async (app: TestApp, who: object = mia) => (await stateOf(app, who)).surveys
const record = async (app: TestApp, [id, action = 'shown']: [string, string?], who: object = mia) =>
  (await (await app.send('/v1/shown', { ...who, kind: 'survey', id, action })).json()) as Impression
const results = (app: TestApp, id: string) => app.read<SurveyResults>(`/v1/surveys/${id}/results`)

describe('the sample', () => {
  const someone = fc.string({ minLength: 1, maxLength: 20 })

  test('is the same for a person whenever it is asked, and grows with its percentage', () => {
    fc.assert(
      fc.property(
        fc.tuple(someone, someone),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.nat(100),
        ([id, who], share, more) => {
          expect(isSampled(id, who, share)).toBe(isSampled(id, who, share))
          if (isSampled(id, who, share)) expect(isSampled(id, who, Math.min(100, share + more))).toBe(true)
          expect(isSampled(id, who, 100)).toBe(true)
        },
      ),
    )
  })

  test('has about as many people as its percentage says, and others for another survey', () => {
    fc.assert(
      fc.property(someone, fc.integer({ min: 1, max: 99 }), (id, percentage) => {
        const people = Array.from({ length: 2000 }, (_, index) => `user:${index}`)
        const chosen = people.filter((who) => isSampled(id, who, percentage))
        // Five standard deviations: whoever sees this fail has found something.
        const spread = 5 * Math.sqrt(2000 * (percentage / 100) * (1 - percentage / 100))
        expect(Math.abs(chosen.length - 20 * percentage)).toBeLessThan(spread)
        if (percentage > 20 && percentage < 80) {
          expect(people.filter((who) => isSampled(`${id}-2`, who, percentage))).not.toEqual(chosen)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('decides on every device alike, and says so', async () => {
    const app = await appWith(survey('some', { trigger: { event: 'invoice_sent', percentage: 50 } }))
    const people = Array.from({ length: 20 }, (_, index) => ({ userId: `user-${index}` }))
    const reasons = await Promise.all(people.map(async (who) => (await asked(app, who))[0]?.reason))
    expect(new Set(reasons)).toEqual(new Set(['Not asked within 90 days.', 'Not among the 50 % who are asked.']))
    const elsewhere = people.map(
      async (who) => (await asked(app, { ...who, anonymousId: 'another-browser' }))[0]?.reason,
    )
    expect(await Promise.all(elsewhere)).toEqual(reasons)
  })
})

describe('days since somebody signed up', () => {
  test.each([
    ['an ISO date', { createdAt: '2026-02-01T00:00:00Z' }, '2026-02-01T00:00:00.000Z'],
    ['Unix seconds, by its other name', { created_at: 1_769_904_000 }, '2026-02-01T00:00:00.000Z'],
    ['milliseconds', { createdAt: 1_769_904_000_000 }, '2026-02-01T00:00:00.000Z'],
    ['nothing that is a time', { createdAt: 'long ago' }, '1970-01-01T00:00:00.007Z'],
    ['nothing', {}, '1970-01-01T00:00:00.007Z'],
  ])('begin where their product says: %s', (_, traits, expected) => {
    expect(new Date(signedUpAt(traits, 7)).toISOString()).toBe(expected)
  })

  test('are counted from the first message of a user, and never pass for a visitor', async () => {
    const app = await appWith(survey('month', { trigger: { daysAfterSignup: 30 } }))
    expect((await asked(app))[0]?.reason).toBe('Has not signed up.')
    await app.send('/v1/track', { ...mia, event: 'signed_in' })
    expect((await asked(app))[0]?.reason).toBe('Asked from day 30 after signing up; this is day 0.')
    app.clock.now += 30 * day
    expect((await asked(app))[0]).toMatchObject({ eligible: true })
    expect((await asked(app, { anonymousId: 'visitor' }))[0]).toMatchObject({ eligible: false })
    await app.send('/v1/identify', { ...mia, traits: { createdAt: new Date(app.clock.now - day).toISOString() } })
    expect((await asked(app))[0]?.reason).toBe('Asked from day 30 after signing up; this is day 1.')
  })
})

test('a survey is for its audience', async () => {
  const audience = { plans: ['pro'], userTraits: { role: ['owner'] } }
  const app = await appWith(survey('some', { audience, trigger: { event: 'invoice_sent' } }))
  expect((await asked(app))[0]?.reason).toBe('For accounts on other plans.')
  await app.send('/v1/group', { ...mia, groupId: 'linden', traits: { plan: 'pro' } })
  expect((await asked(app))[0]?.reason).toBe('The trait "role" of the user does not fit.')
  await app.send('/v1/identify', { ...mia, traits: { role: 'owner' } })
  expect((await asked(app))[0]).toMatchObject({ eligible: true })
})

test.each([
  ['an event', { event: 'invoice_sent' }, null],
  ['a page', { url: '/planning' }, 'pages'],
  ['an event on a page', { event: 'invoice_sent', url: '/planning' }, 'pages'],
  ['days', { daysAfterSignup: 3 }, 'pages'],
])('a survey that waits for %s says which rules it needs: %j', async (_, trigger, guided) => {
  const app = await appWith(survey('some', { trigger }))
  Object.assign(app.services.definitions, { tours: [], announcements: [], programs: [], helpPanel: null })
  expect(await stateOf(app)).toMatchObject({ guided })
})

describe('an NPS', () => {
  test('is not asked twice in 90 days, whichever file asks it', async () => {
    const csat = { kind: 'csat', questions: [{ id: 'score', type: 'csat', text: 'How satisfied?' }] }
    const app = await appWith(
      survey('nps'),
      survey('again'),
      survey('among-others', { kind: 'exit' }),
      survey('csat', csat),
    )
    expect(await record(app, ['nps'])).toMatchObject({ granted: true })
    app.clock.now += 90 * day - 1
    expect((await asked(app)).map(({ eligible }) => eligible)).toEqual([false, false, false, true])
    expect((await asked(app))[1]?.reason).toBe('Asked "nps" within 90 days.')
    expect(await record(app, ['again'])).toMatchObject({ granted: false })
    expect(await record(app, ['among-others'])).toMatchObject({ granted: false })
    app.clock.now += 1
    expect((await asked(app)).map(({ eligible }) => eligible)).toEqual([true, true, true, true])
    const both = await Promise.all([record(app, ['again']), record(app, ['nps'])])
    expect(both.filter(({ granted }) => granted)).toHaveLength(1)
  })

  test('that was answered in one file is not asked by another', async () => {
    const app = await appWith(survey('nps'), survey('again'))
    const answers = { submissionId: 's', ...mia, answers: { score: 9 }, completed: true }
    await app.send('/v1/surveys/nps/responses', answers)
    expect((await asked(app))[1]?.reason).toBe('Answered "nps" within 90 days.')
    expect(await record(app, ['again'])).toMatchObject({ granted: false })
  })
})

describe('a survey that is put off', () => {
  const nps = survey('nps', { trigger: { event: 'invoice_sent' }, remindAfterDays: 3 })

  test('is asked once more when it is time, on one of the devices', async () => {
    const app = await appWith(nps)
    expect((await asked(app))[0]).toMatchObject({ eligible: true, remind: 'later' })
    await record(app, ['nps'])
    expect((await asked(app))[0]).toMatchObject({ eligible: false, remind: 'later' })
    app.clock.now += 5000
    expect(await record(app, ['nps', 'postponed'])).toMatchObject({ granted: true })
    expect((await asked(app))[0]).toMatchObject({ eligible: false, reason: 'Put off, and not due yet.', remind: null })
    expect(await record(app, ['nps'])).toMatchObject({ granted: false })
    app.clock.now += 3 * day
    expect((await asked(app))[0]).toMatchObject({ eligible: true, reason: 'Put off, and due.', remind: 'now' })
    const claims = await Promise.all([record(app, ['nps']), record(app, ['nps'])])
    expect(claims.filter(({ granted }) => granted)).toHaveLength(1)
    expect((await asked(app))[0]).toMatchObject({ eligible: false, remind: null })
    expect(await record(app, ['nps', 'postponed'])).toMatchObject({ granted: false })
    app.clock.now += 4 * day
    expect((await asked(app))[0]).toMatchObject({ eligible: false, reason: 'Asked "nps" within 90 days.' })
    app.clock.now += 90 * day
    expect((await asked(app))[0]).toMatchObject({ eligible: true, remind: 'later' })
  })

  test('is put off once by a request that arrives twice', async () => {
    const app = await appWith(nps)
    await record(app, ['nps'])
    await Promise.all([record(app, ['nps', 'postponed']), record(app, ['nps', 'postponed'])])
    app.clock.now += 3 * day
    expect((await asked(app))[0]).toMatchObject({ eligible: true, remind: 'now' })
    expect(await results(app, 'nps')).toMatchObject({ postponed: 1 })
  })

  test('does not let another file ask the same meanwhile, nor later', async () => {
    const app = await appWith(nps, survey('again', { remindAfterDays: 1 }))
    await record(app, ['nps'])
    await record(app, ['nps', 'postponed'])
    app.clock.now += 3 * day
    expect((await asked(app)).map(({ eligible }) => eligible)).toEqual([true, false])
    expect(await record(app, ['again'])).toMatchObject({ granted: false })
  })

  test('counts neither as an invitation nor as declined, until it is asked again', async () => {
    const app = await appWith(nps)
    for (const userId of ['a', 'b', 'c']) await record(app, ['nps', 'shown'], { userId })
    await record(app, ['nps', 'postponed'], { userId: 'a' })
    await record(app, ['nps', 'dismissed'], { userId: 'b' })
    expect(await results(app, 'nps')).toMatchObject({ invited: 2, dismissed: 1, postponed: 1, responseRate: 0 })
    app.clock.now += 3 * day
    await record(app, ['nps', 'shown'], { userId: 'a' })
    await app.send('/v1/surveys/nps/responses', {
      ...{ submissionId: 's', userId: 'a', answers: { score: 9 }, completed: true },
    })
    expect(await results(app, 'nps')).toMatchObject({ invited: 3, responses: 1, responseRate: 1 / 3 })
  })

  test('stays put off for the user whom a visitor becomes', async () => {
    const app = await appWith(nps)
    await record(app, ['nps', 'shown'], { anonymousId: 'visitor' })
    await record(app, ['nps', 'postponed'], { anonymousId: 'visitor' })
    app.clock.now += 3 * day
    const known = { ...mia, anonymousId: 'visitor' }
    expect((await asked(app, known))[0]).toMatchObject({ eligible: true, remind: 'now' })
    expect(await record(app, ['nps', 'shown'], known)).toMatchObject({ granted: true })
  })
})

test('choices of any kind of survey are counted, several of one answer each', async () => {
  const choices = [{ value: 'price', text: 'Price' }, { value: 'other', text: 'Other' }] // prettier-ignore
  const app = await appWith(
    survey('poll', {
      kind: 'poll',
      questions: [
        { id: 'why', type: 'multiple-choice', text: 'Why?', choices },
        { id: 'again', type: 'yes-no', text: 'Again?' },
      ],
    }),
  )
  const answer = (submissionId: string, answers: object) =>
    app.send('/v1/surveys/poll/responses', { submissionId, userId: submissionId, completed: true, answers })
  await answer('a', { why: ['price', 'other'], again: true })
  await answer('b', { why: ['other'], again: null })
  await answer('b', { why: ['price'] })
  expect((await answer('c', { why: ['price', 'price'] })).status).toBe(422)
  expect((await answer('c', { why: 'price' })).status).toBe(422)
  expect(await results(app, 'poll')).toMatchObject({
    kind: 'poll',
    responses: 2,
    choices: [
      { question: 'why', value: 'price', count: 2 },
      { question: 'why', value: 'other', count: 1 },
      { question: 'again', value: 'true', count: 1 },
      { question: 'again', value: 'false', count: 0 },
    ],
  })
})

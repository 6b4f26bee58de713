import { describe, expect, test } from 'vitest'
import type { Page } from '../../api/contract/pagination.ts'
import type { State } from '../../api/contract/state.ts'
import type { SurveyResponse } from '../../api/contract/survey-responses.ts'
import type { NpsResults } from '../../api/contract/survey-results.ts'
import type { TimelineEntry } from '../../api/contract/accounts.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const day = 86_400_000

function answer(app: TestApp, given: object, survey = 'nps'): Promise<Response> {
  return app.send(`/v1/surveys/${survey}/responses`, {
    submissionId: 's1',
    userId: 'mia',
    completed: false,
    answers: { score: 9 },
    ...given,
  })
}

describe('a submission', () => {
  test('that comes again adds to its answers and stays one response', async () => {
    const app = await createTestApp()
    await answer(app, {})
    const second = await answer(app, { answers: { 'like-most': 'The calendar' }, completed: true })
    expect((await second.json()) as SurveyResponse).toMatchObject({
      submissionId: 's1',
      answers: { score: 9, 'like-most': 'The calendar' },
      completed: true,
    })
    // A late copy of the first request does not undo the end.
    expect((await (await answer(app, {})).json()) as SurveyResponse).toMatchObject({ completed: true })
    expect(await app.read<NpsResults>('/v1/surveys/nps/results')).toMatchObject({ responses: 1 })
  })

  test('belongs to who began it', async () => {
    const app = await createTestApp()
    await answer(app, {})
    expect((await answer(app, { userId: 'jonas', answers: { score: 0 } })).status).toBe(403)
    expect(await app.read<NpsResults>('/v1/surveys/nps/results')).toMatchObject({ promoters: { count: 1 } })
  })

  test('goes on when its visitor becomes known, and then belongs to the user', async () => {
    const app = await createTestApp()
    await answer(app, { userId: undefined, anonymousId: 'visitor' })
    const known = await answer(app, { anonymousId: 'visitor', answers: { 'like-most': 'The calendar' } })
    expect(await known.json()).toMatchObject({ userId: 'mia', answers: { score: 9, 'like-most': 'The calendar' } })
    expect((await answer(app, { userId: 'jonas', anonymousId: 'visitor' })).status).toBe(403)
  })

  test('with an answer that no question takes is refused by its path', async () => {
    const app = await createTestApp()
    for (const score of [11, -1, 7.5, '9', true]) {
      const response = await answer(app, { answers: { score } })
      expect(response.status).toBe(422)
      expect(await response.json()).toMatchObject({ errors: [{ path: 'answers.score' }] })
    }
    expect((await answer(app, { answers: { unheard: 1 } })).status).toBe(422)
    expect((await answer(app, {}, 'unheard')).status).toBe(404)
  })

  test("is on the account's timeline, beside its facts", async () => {
    const app = await createTestApp()
    await app.send('/v1/group', { userId: 'mia', groupId: 'linde', traits: { segment: 'school' } })
    await app.send('/v1/track', { userId: 'mia', event: 'signed_in', properties: { method: 'link' } })
    await app.send('/v1/page', { userId: 'mia', name: 'Home' })
    await answer(app, {})
    const { data } = await app.read<Page<TimelineEntry>>('/v1/accounts/linde/timeline')
    expect(data.map(({ kind, name, details }) => ({ kind, name, details }))).toEqual([
      { kind: 'survey_response', name: 'nps', details: { score: 9 } },
      { kind: 'event', name: 'signed_in', details: { method: 'link' } },
    ])
  })
})

describe('NPS results', () => {
  test('publish no figure under 30 answers, and say how many people were asked', async () => {
    const app = await createTestApp()
    for (const n of [1, 2, 3]) {
      await app.send('/v1/shown', { userId: `u${n}`, kind: 'survey', id: 'nps', action: 'shown' })
    }
    await answer(app, { userId: 'u1' })
    expect(await app.read<NpsResults>('/v1/surveys/nps/results')).toMatchObject({
      kind: 'nps',
      responses: 1,
      invited: 3,
      responseRate: 1 / 3,
      score: null,
      sufficient: false,
      promoters: { count: 1, share: 1 },
      change: { difference: null, pValue: null, significant: null },
    })
  })

  test('have a score, an interval and a trend by month from 30 answers on', async () => {
    const app = await createTestApp()
    for (let n = 0; n < 40; n++) {
      if (n === 20) app.clock.now += 31 * day
      await answer(app, { submissionId: `s${n}`, userId: `u${n}`, answers: { score: n % 4 === 0 ? 3 : 10 } })
    }
    const results = await app.read<NpsResults>('/v1/surveys/nps/results')
    expect(results).toMatchObject({
      responses: 40,
      score: 50,
      sufficient: true,
      detractors: { count: 10, share: 0.25 },
    })
    expect(results.interval?.lower).toBeLessThan(50)
    expect(results.interval?.upper).toBeGreaterThan(50)
    expect(results.trend).toEqual([
      { month: '2026-03', responses: 20, score: null },
      { month: '2026-04', responses: 20, score: null },
    ])
    const april = await app.read<NpsResults>('/v1/surveys/nps/results?from=2026-04-01')
    expect(april).toMatchObject({ responses: 20, score: null })
  })
})

describe('asking', () => {
  const eligible = async (app: TestApp, userId = 'mia') => {
    const state = (await (await app.send('/v1/state', { userId })).json()) as State
    return state.surveys.find((survey) => survey.definition.id === 'nps')?.eligible
  }

  test('happens once in 90 days, whoever of the devices asks', async () => {
    const app = await createTestApp()
    expect(await eligible(app)).toBe(true)
    const claim = async () => {
      const response = await app.send('/v1/shown', { userId: 'mia', kind: 'survey', id: 'nps', action: 'shown' })
      return ((await response.json()) as { granted: boolean }).granted
    }
    expect(await Promise.all([claim(), claim(), claim()])).toEqual([true, false, false])
    expect(await eligible(app)).toBe(false)
    app.clock.now += 90 * day
    expect(await eligible(app)).toBe(true)
    expect(await claim()).toBe(true)
  })

  test('does not happen to somebody who answered without having been asked', async () => {
    const app = await createTestApp()
    await answer(app, {})
    expect(await eligible(app)).toBe(false)
    expect(await eligible(app, 'jonas')).toBe(true)
  })

  test('does not happen again when the visitor becomes known', async () => {
    const app = await createTestApp()
    const ask = { anonymousId: 'visitor', kind: 'survey', id: 'nps', action: 'shown' }
    expect(await (await app.send('/v1/shown', ask)).json()).toMatchObject({ granted: true })
    const known = { ...ask, userId: 'mia' }
    expect(await (await app.send('/v1/shown', known)).json()).toMatchObject({ granted: false })
    const state = (await (await app.send('/v1/state', { userId: 'mia', anonymousId: 'visitor' })).json()) as State
    expect(state.surveys.find((survey) => survey.definition.id === 'nps')).toMatchObject({ eligible: false })
  })

  test('on request is always granted', async () => {
    const app = await createTestApp()
    const open = { userId: 'mia', kind: 'survey', id: 'nps', action: 'shown', forced: true }
    for (const _ of [1, 2]) {
      expect(await (await app.send('/v1/shown', open)).json()).toMatchObject({ granted: true })
    }
  })
})

import { describe, expect, test } from 'vitest'
import type { Impression } from '../../api/contract/impressions.ts'
import type { State } from '../../api/contract/state.ts'
import type { Announcement, HelpPanel, Tour } from '../../content/guidance-schema.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const day = 86_400_000
const mia = { userId: 'mia' }

const tour = (id: string, rest: Partial<Tour> = {}): Tour => ({
  id,
  title: 'A tour',
  locales: ['en'],
  start: { url: '/planning', delaySeconds: 0 },
  steps: ['first', 'second'].map((id) => ({
    ...{ id, title: id, kind: 'tip', target: '#it', placement: 'auto', waitSeconds: 5, ifMissing: 'skip' },
  })),
  ...rest,
})

const announcement = (id: string, rest: Partial<Announcement> = {}): Announcement => ({
  ...{ id, title: 'News', text: 'It is **here**.', locales: ['en'], form: 'slide-in', edge: 'top', pushes: false },
  actions: [],
  ...rest,
})

/** An API with tours and announcements of its own. */
async function appWith(change: { tours?: Tour[]; announcements?: Announcement[]; perDay?: number; perWeek?: number }) {
  const app = await createTestApp()
  const { definitions } = app.services
  definitions.tours = change.tours ?? []
  definitions.announcements = change.announcements ?? []
  definitions.interruptions = { perDay: change.perDay ?? 3, perWeek: change.perWeek ?? 6 }
  return app
}

const stateOf = async (app: TestApp, who: object = mia) => (await (await app.send('/v1/state', who)).json()) as State

const record = async (app: TestApp, [kind, id, action = 'shown']: [string, string, string?], rest: object = mia) =>
  (await (await app.send('/v1/shown', { ...rest, kind, id, action })).json()) as Impression

describe('a tour', () => {
  test('comes up once for each person, whichever of their devices asks', async () => {
    const app = await appWith({ tours: [tour('calendar')] })
    expect((await stateOf(app)).tours[0]).toMatchObject({ eligible: true, offered: true, reached: null })
    const asked = await Promise.all([1, 2, 3, 4].map(() => record(app, ['tour', 'calendar'])))
    expect(asked.filter(({ granted }) => granted)).toHaveLength(1)
    expect((await stateOf(app)).tours[0]).toMatchObject({ eligible: false, reason: 'Shown before.', offered: true })
    expect((await stateOf(app, { userId: 'jonas' })).tours[0]).toMatchObject({ eligible: true })
  })

  test('goes on, where somebody opens it again, at the step at which they stopped', async () => {
    const app = await appWith({ tours: [tour('calendar'), tour('other')] })
    await record(app, ['tour', 'calendar/first', 'reached'])
    await record(app, ['tour', 'calendar/second', 'reached'])
    expect((await stateOf(app)).tours.map(({ reached }) => reached)).toEqual(['second', null])
    await record(app, ['tour', 'calendar', 'dismissed'])
    expect((await stateOf(app)).tours[0]).toMatchObject({ reached: 'second', offered: false })
    await record(app, ['tour', 'calendar', 'completed'])
    expect((await stateOf(app)).tours[0]).toMatchObject({ reached: null, offered: false, reason: 'Completed before.' })
  })

  test('that a visitor was shown is not shown to the user they become', async () => {
    const app = await appWith({ tours: [tour('calendar')] })
    await record(app, ['tour', 'calendar', 'shown'], { anonymousId: 'visitor' })
    const known = { userId: 'mia', anonymousId: 'visitor' }
    expect((await stateOf(app, known)).tours[0]).toMatchObject({ eligible: false })
    expect(await record(app, ['tour', 'calendar', 'shown'], known)).toMatchObject({ granted: false })
  })

  test.each([
    ['segments', { segments: ['school'] }, true],
    ['segments', { segments: ['other'] }, false],
    ['plans', { plans: ['pro', 'enterprise'] }, true],
    ['plans', { plans: ['starter'] }, false],
    ['traits of the account', { accountTraits: { mrr: [49, 99] } }, true],
    ['traits of the account', { accountTraits: { mrr: ['49'] } }, false],
    ['traits of the user', { userTraits: { role: ['owner'] } }, true],
    ['traits of the user that nobody knows', { userTraits: { locale: ['fr'] } }, false],
  ])('is for those whose %s fit: %j', async (_, narrowed, eligible) => {
    const audience = { segments: [], plans: [], accountTraits: {}, userTraits: {}, ...narrowed }
    const app = await appWith({ tours: [tour('calendar', { audience })] })
    await app.send('/v1/identify', { ...mia, traits: { role: 'owner' } })
    await app.send('/v1/group', { ...mia, groupId: 'linden', traits: { segment: 'school', plan: 'pro', mrr: 49 } })
    expect((await stateOf(app)).tours[0]).toMatchObject({ eligible, offered: eligible })
    expect((await stateOf(app, { anonymousId: 'visitor' })).tours[0]?.eligible).toBe(false)
  })

  test('that nothing defines is granted to nobody', async () => {
    const app = await appWith({})
    const response = await app.send('/v1/shown', { ...mia, kind: 'tour', id: 'nowhere', action: 'shown' })
    expect(response.status).toBe(404)
  })

  test('arrives with words instead of markup, in the language asked for', async () => {
    const app = await createTestApp()
    const { tours } = await stateOf(app, { ...mia, locale: 'fr-CH' })
    const calendar = tours.find(({ definition }) => definition.id === 'calendar')?.definition
    expect(calendar).toMatchObject({ title: "L'agenda en une minute", launcher: { url: '/demo/*' } })
    expect(calendar?.steps[1]).toMatchObject({
      target: { selectors: ['[data-cairn="book-lesson"]'], text: null },
      text: [{ kind: 'paragraph', runs: [{}, { text: 'prochaine heure libre', mark: 'strong' }, {}] }],
    })
    expect(JSON.stringify(tours)).not.toMatch(/[<>]/)
  })
})

describe('an announcement', () => {
  test('is shown once, and known as seen afterwards', async () => {
    const app = await appWith({ announcements: [announcement('news')] })
    expect((await stateOf(app)).announcements[0]).toMatchObject({ eligible: true, seenAt: null })
    expect(await record(app, ['announcement', 'news'])).toMatchObject({ granted: true })
    expect(await record(app, ['announcement', 'news'])).toMatchObject({ granted: false })
    expect((await stateOf(app)).announcements[0]).toMatchObject({
      eligible: false,
      seenAt: new Date(app.clock.now).toISOString(),
    })
  })

  test('comes up from its first day to its last, and can be read again after it', async () => {
    const app = await appWith({ announcements: [announcement('news', { from: '2026-03-04', until: '2026-03-05' })] })
    const seen: unknown[] = []
    for (let days = 0; days < 5; days++) {
      seen.push((await stateOf(app)).announcements.map(({ eligible }) => eligible))
      app.clock.now += day
    }
    expect(seen).toEqual([[], [], [true], [true], [false]])
  })

  test('for others does not leave the server', async () => {
    const audience = { segments: ['other'], plans: [], accountTraits: {}, userTraits: {} }
    const app = await appWith({ announcements: [announcement('secret', { audience })] })
    expect((await stateOf(app)).announcements).toEqual([])
  })

  test('as a banner stays until it is closed, whatever else came up', async () => {
    const app = await appWith({ announcements: [announcement('notice', { form: 'banner' })], perDay: 0 })
    expect((await stateOf(app)).announcements[0]).toMatchObject({ eligible: true })
    await record(app, ['banner', 'notice', 'dismissed'])
    expect((await stateOf(app)).announcements[0]).toMatchObject({ eligible: false, reason: 'Closed before.' })
  })
})

describe('the budget of interruptions', () => {
  const definitions = {
    tours: [tour('one'), tour('two')],
    announcements: [announcement('three')],
  }
  const eligible = async (app: TestApp) => {
    const { surveys, tours, announcements } = await stateOf(app)
    return [...surveys, ...tours, ...announcements].filter((each) => each.eligible).length
  }

  test('is one for surveys, tours and announcements, and comes back after a day', async () => {
    const app = await appWith({ ...definitions, perDay: 2 })
    expect(await record(app, ['survey', 'nps'])).toMatchObject({ granted: true })
    expect(await record(app, ['tour', 'one'])).toMatchObject({ granted: true })
    expect(await eligible(app)).toBe(0)
    expect((await stateOf(app)).tours[1]?.reason).toBe('Interrupted 2 times within a day.')
    for (const [kind, id] of [
      ['survey', 'ces'],
      ['tour', 'two'],
      ['announcement', 'three'],
    ] as const) {
      expect(await record(app, [kind, id])).toMatchObject({ granted: false })
    }
    app.clock.now += day
    expect(await eligible(app)).toBeGreaterThan(0)
    expect(await record(app, ['announcement', 'three'])).toMatchObject({ granted: true })
  })

  test('of a week holds when that of each day does not', async () => {
    const app = await appWith({ ...definitions, perDay: 1, perWeek: 2 })
    const granted: boolean[] = []
    for (const id of ['one', 'two']) {
      granted.push((await record(app, ['tour', id])).granted)
      app.clock.now += day
    }
    granted.push((await record(app, ['announcement', 'three'])).granted)
    expect(granted).toEqual([true, true, false])
    app.clock.now += 5 * day
    expect(await record(app, ['announcement', 'three'])).toMatchObject({ granted: true })
  })

  test('is not spent twice by devices that ask at once', async () => {
    const app = await appWith({ ...definitions, perDay: 1 })
    const asked = await Promise.all([
      record(app, ['tour', 'one']),
      record(app, ['tour', 'two']),
      record(app, ['announcement', 'three']),
      record(app, ['survey', 'nps']),
    ])
    expect(asked.filter(({ granted }) => granted)).toHaveLength(1)
  })

  test('neither holds back nor counts what somebody opens, nor a celebration', async () => {
    const app = await appWith({ ...definitions, perDay: 1 })
    const forced = { ...mia, forced: true }
    for (const _ of [1, 2, 3])
      expect(await record(app, ['tour', 'one', 'shown'], forced)).toMatchObject({ granted: true })
    await record(app, ['milestone', 'school-setup/live'])
    expect((await stateOf(app)).tours[0]).toMatchObject({ eligible: false, reason: 'Shown before.' })
    expect(await record(app, ['tour', 'two'])).toMatchObject({ granted: true })
    expect(await record(app, ['milestone', 'school-setup/ready-to-teach'])).toMatchObject({ granted: true })
    expect(await record(app, ['tour', 'two', 'shown'], forced)).toMatchObject({ granted: true })
  })

  test('leaves a survey that somebody opened as asked', async () => {
    const app = await appWith({ perDay: 1 })
    await record(app, ['survey', 'nps', 'shown'], { ...mia, forced: true })
    const { surveys } = await stateOf(app)
    expect(surveys.find(({ definition }) => definition.id === 'nps')?.eligible).toBe(false)
    expect(await app.read('/v1/surveys/nps/results')).toMatchObject({ invited: 1 })
    expect(await record(app, ['survey', 'ces'])).toMatchObject({ granted: true })
  })
})

describe('the help panel', () => {
  const helpPanel: HelpPanel = {
    ...{ launcher: true, corner: 'start', pages: ['/app/*'] },
    suggestions: [{ url: '/app/planning', articles: ['planning/conflicts'] }],
  }
  const helpOf = async (change: Partial<HelpPanel>, who: object = mia) => {
    const app = await appWith({})
    app.services.definitions.helpPanel = { ...helpPanel, ...change }
    return (await stateOf(app, who)).help
  }

  test('is served with its button, what is suggested, and the nearest language of the help center', async () => {
    const { launcher, suggestions } = await helpOf({})
    expect({ launcher, suggestions }).toEqual({
      launcher: { corner: 'start', pages: ['/app/*'] },
      suggestions: helpPanel.suggestions,
    })
    const locales = ['fr-CH', 'it', undefined].map(async (locale) => (await helpOf({}, { ...mia, locale })).locale)
    expect(await Promise.all(locales)).toEqual(['fr', 'en', 'en'])
  })

  test('has no button for those whom it is not for, or where none is wanted', async () => {
    const audience = { segments: ['school'], plans: [], accountTraits: {}, userTraits: {} }
    expect((await helpOf({ audience })).launcher).toBeNull()
    expect((await helpOf({ launcher: false })).launcher).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { StartView } from '../../api/contract/guidance.ts'
import type { State } from '../../api/contract/state.ts'
import { decide } from '../../sdk/decide/decide.ts'
import { reasonsOf } from '../../sdk/decide/reasons-of.ts'
import type { Situation } from '../../sdk/decide/rule.ts'
import { createHere } from '../../sdk/guide/create-here.ts'
import { matchesUrl } from '../../sdk/guide/matches-url.ts'
import type { Whereabouts } from '../../sdk/guide/start-rules.ts'
import { weighAsked } from '../../sdk/guide/weigh-asked.ts'
import { weighAnnouncements, weighBanners } from '../../sdk/guide/weigh-announcements.ts'
import { weighHotspots, weighTours } from '../../sdk/guide/weigh-tours.ts'
import { kinds } from '../../sdk/kinds.ts'
import type { Kinds } from '../../sdk/kinds.ts'
import { makeAnnouncement, makeProgram, makeSurvey, makeTour, noHelp } from './make-state.ts'

const now = Date.parse('2026-03-02T08:00:00.000Z')
const origin = 'https://app.example.com'

describe('an address', () => {
  test.each([
    ['/planning', '/planning', true],
    ['/planning', '/planning/', true],
    ['/planning/', '/planning', true],
    ['/planning', '/planning?week=3#top', true],
    ['/planning', '/planning/week', false],
    ['/students/*', '/students/7/edit', true],
    ['/students/*', '/students', false],
    ['/*', '/', true],
    ['/a?b=1', '/a?b=1', true],
    ['/a?b=1', '/a', false],
    ['/a?b=*', '/a?b=2', true],
    ['/demo/#/setup/*', '/demo/#/setup/team', true],
    ['/demo/#/setup/*', '/demo/#/planning', false],
    ['/a.b', '/axb', false],
    ['/(a', '/(a', true],
    ['/%C3%A9t%C3%A9/*', '/été/1', true],
    [`${origin}/a`, '/a', true],
    ['https://elsewhere.example.com/a', '/a', false],
  ])('%s is that of %s: %s', (page, path, fits) => {
    expect(matchesUrl(page, origin + path)).toBe(fits)
  })

  test('is written in any letters, encoded or not', () => {
    expect(matchesUrl('/schüler/*', `${origin}/sch%C3%BCler/mia`)).toBe(true)
    expect(matchesUrl('/sch%C3%BCler', `${origin}/sch%C3%BCler/`)).toBe(true)
    expect(matchesUrl('/学校', `${origin}/学校`)).toBe(true)
    expect(matchesUrl('/100%', `${origin}/100%`)).toBe(true)
  })

  test('is always that of its own path, whatever is in it', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const { pathname } = new URL(`${origin}/${path}`)
        expect(matchesUrl(pathname.replaceAll('*', '%2A'), origin + pathname.replaceAll('*', '%2A'))).toBe(true)
      }),
    )
  })
})

describe('a tour', () => {
  test.each<[string, Partial<StartView>, Partial<Situation & Whereabouts>, string]>([
    ['comes up on its page', { url: '/planning' }, { url: `${origin}/planning` }, 'due'],
    ['does not on another', { url: '/planning' }, { url: `${origin}/` }, 'other page'],
    ['comes up after its event', { event: 'team_invited' }, { tracked: { team_invited: now } }, 'due'],
    ['does not without it', { event: 'team_invited' }, {}, 'no event'],
    [
      'does not long after it',
      { event: 'team_invited' },
      { tracked: { team_invited: now - 31 * 60_000 } },
      'too long ago',
    ],
    ['waits for its delay', { url: '/*', delaySeconds: 3 }, { since: now - 2000 }, 'waits'],
    ['does not wait longer', { url: '/*', delaySeconds: 3 }, { since: now - 3000 }, 'due'],
    ['stays where somebody stays', { url: '/*' }, { since: now - 9e6 }, 'due'],
  ])('%s', (...row) => {
    const [, start, situation, because] = row
    const { reasons } = decideWith({ tours: [makeTour({ start })] }, situation)
    expect(reasons.find(({ kind }) => kind === 'tour')).toMatchObject({ because, show: because === 'due' })
  })

  test('that waits is decided about again when it is due', () => {
    const tours = [makeTour({ start: { url: '/*', delaySeconds: 3 } })]
    expect(decideWith({ tours }, { since: now - 1000 }).againAt).toBe(now + 2000)
  })

  test('goes on where it was begun, and comes up whatever else holds where it is opened', () => {
    const tours = [{ ...makeTour({ start: { url: '/nowhere' } }), eligible: false }]
    expect(decideWith({ tours }).interruption).toBeNull()
    expect(decideWith({ tours }, { begun: 'calendar' }).interruption).toMatchObject({ id: 'calendar', begun: true })
    expect(decideWith({ tours }, { wanted: ['calendar'] }).interruption).toMatchObject({ forced: true })
  })

  test('that was begun goes on before anything else comes up', () => {
    const programs = [makeProgram({ milestones: [{ id: 'live', at: '2026-03-02T07:59:00.000Z' }] })]
    const state = { programs, tours: [makeTour()], surveys: [makeSurvey()] }
    const situation = { begun: 'calendar', tracked: { school_went_live: now } }
    expect(decideWith(state, situation).interruption).toMatchObject({ id: 'calendar', begun: true })
    expect(decideWith(state, { ...situation, wanted: ['nps'] }).interruption?.id).toBe('nps')
  })

  test('has its beacon while it is offered and not on, over or elsewhere', () => {
    const tours = [makeTour({ launcher: '/planning' })]
    const beacon = (situation: Partial<Situation & Whereabouts>, state: Partial<State['tours'][number]> = {}) =>
      decideWith({ tours: tours.map((tour) => ({ ...tour, ...state })) }, situation).shown.some(
        ({ kind }) => kind === 'hotspot',
      )
    const url = `${origin}/planning`
    expect(beacon({ url })).toBe(true)
    expect(beacon({ url: `${origin}/` })).toBe(false)
    expect(beacon({ url, wanted: ['calendar'] })).toBe(false)
    expect(beacon({ url, begun: 'calendar' })).toBe(false)
    expect(beacon({ url, over: ['calendar'] })).toBe(false)
    expect(beacon({ url }, { offered: false })).toBe(false)
  })
})

describe('a survey', () => {
  const survey = (trigger: Partial<StartView> | null, rest: Partial<State['surveys'][number]> = {}) => {
    const made = makeSurvey()
    const given = trigger && {
      ...{ url: null, event: null, delaySeconds: 0, daysAfterSignup: null, percentage: 100 },
      ...trigger,
    }
    return { ...made, definition: { ...made.definition, trigger: given }, ...rest }
  }
  const tracked = { invoice_sent: now }

  test.each<[string, Partial<StartView> | null, Partial<Situation & Whereabouts>, string]>([
    ['is asked on its page', { url: '/planning' }, { url: `${origin}/planning` }, 'due'],
    ['is not asked on another', { url: '/planning' }, {}, 'other page'],
    ['is not asked on another after its event', { url: '/planning', event: 'invoice_sent' }, { tracked }, 'other page'],
    ['waits for its event on its page', { url: '/*', event: 'invoice_sent' }, {}, 'no event'],
    ['waits for its delay on a page', { url: '/*', delaySeconds: 3 }, { since: now - 2000 }, 'waits'],
    ['is asked where somebody stays', { url: '/*', delaySeconds: 3 }, { since: now - 9e6 }, 'due'],
    ['without a trigger waits to be opened', null, {}, 'no event'],
    ['that was begun elsewhere goes on', { url: '/planning' }, { begun: 'nps' }, 'begun'],
  ])('%s', (...row) => {
    const [, trigger, situation, because] = row
    const { reasons } = decideWith({ surveys: [survey(trigger)] }, situation)
    expect(reasons[0]).toMatchObject({ because, show: because === 'due' || because === 'begun' })
  })

  test.each([
    ['at once, without another event', { event: 'invoice_sent', delaySeconds: 3 }, 'due'],
    ['where only the page had opened it', null, 'due'],
    ['on its page only', { url: '/planning' }, 'other page'],
  ])('that was put off comes back %s', (_, trigger, because) => {
    const { reasons } = decideWith({ surveys: [survey(trigger, { remind: 'now' })] }, { since: now })
    expect(reasons[0]).toMatchObject({ because })
  })

  test('of no page is asked by the same rule, whether or not others have pages', () => {
    const triggers = fc.constantFrom(null, { event: 'invoice_sent' }, { event: 'invoice_sent', delaySeconds: 3 })
    const judged = fc.record({
      eligible: fc.boolean(),
      remind: fc.constantFrom(null, 'later' as const, 'now' as const),
    })
    const times = fc.constantFrom({}, tracked, { invoice_sent: now - 2000 }, { invoice_sent: now - 9e6 })
    fc.assert(
      fc.property(triggers, judged, times, (trigger, rest, tracked) => {
        const state = { surveys: [survey(trigger, rest)] }
        const alone = decideWith(state, { tracked }, kinds)
        expect(decideWith(state, { tracked }).reasons).toEqual(alone.reasons)
      }),
    )
  })
})

test('a delay counts anew from each move of the page', () => {
  const navigation = new EventTarget()
  const page = { href: `${origin}/` }
  vi.stubGlobal('location', page).stubGlobal('window', { navigation })
  onTestFinished(() => void vi.unstubAllGlobals())
  let time = now
  let moves = 0
  const here = createHere({ now: () => time, page: () => ({ url: page.href, path: '', title: '' }) }, () => moves++)
  const weigh = here(weighTours)
  const state = { ...nothing, tours: [makeTour({ start: { url: '/*', delaySeconds: 3 } })] }
  const situation = { visible: true, tracked: {}, wanted: [], over: [], onShow: [], begun: null }
  const again = () => decide(state, { ...situation, now: time }, { tour: { weigh } }).againAt
  const moveTo = (path: string) => {
    page.href = origin + path
    navigation.dispatchEvent(new Event('currententrychange'))
  }

  expect(again()).toBe(now + 3000)
  time += 2000
  moveTo('/')
  expect([again(), moves]).toEqual([now + 3000, 0])
  moveTo('/planning')
  expect([again(), moves]).toEqual([now + 5000, 1])
  time += 3000
  expect(again()).toBeNull()
})

test('banners, beacons and a checklist stand beside each other, and beside what comes up', () => {
  const { shown } = decideWith(
    {
      programs: [makeProgram()],
      tours: [makeTour({ launcher: '/*' }), makeTour({ id: 'other', launcher: '/*' })],
      announcements: [makeAnnouncement('one'), makeAnnouncement('strip', 'banner'), makeAnnouncement('b', 'banner')],
    },
    {},
  )
  expect(shown.map(({ place, id }) => `${place}: ${id}`)).toEqual([
    'checklist: school-setup',
    'calendar/launcher: calendar/launcher',
    'other/launcher: other/launcher',
    'front: one',
    'banner: strip',
  ])
})

test('whatever there is, each place has one thing at most, what was opened last comes first, and all is explained', () => {
  const ids = ['school-setup', 'nps', 'calendar', 'other', 'news', 'strip']
  const some = fc.subarray(ids)
  const state = fc.record({
    programs: fc.constantFrom<State['programs'][]>([], [makeProgram()], [{ ...makeProgram(), dismissed: true }]),
    surveys: fc.constantFrom<State['surveys'][]>([], [makeSurvey()], [{ ...makeSurvey(), eligible: false }]),
    tours: fc.subarray([
      makeTour({ start: { url: '/*' }, launcher: '/*' }),
      { ...makeTour({ id: 'other', start: { event: 'school_went_live' } }), eligible: false },
    ]),
    announcements: fc.subarray([makeAnnouncement('news'), makeAnnouncement('strip', 'banner')]),
  })
  const situation = fc.record({
    visible: fc.boolean(),
    tracked: fc.constantFrom({}, { school_went_live: now }, { school_went_live: now - 9e6 }),
    wanted: fc.shuffledSubarray(ids),
    over: some,
    begun: fc.constantFrom(null, ...ids),
  })
  fc.assert(
    fc.property(state, situation, (given, here) => {
      const decision = decideWith(given, here)
      const places = decision.shown.map(({ place }) => place)
      expect(new Set(places).size).toBe(places.length)
      expect(decideWith(given, here)).toEqual(decision)
      const front = decision.shown.find(({ place }) => place === 'front')
      expect(decision.interruption?.id).toBe(front?.id)
      if (!here.visible) expect(front).toBeUndefined()
      const asked = here.wanted.filter((id) =>
        decision.reasons.some((reason) => reason.id === id && reason.place === 'front'),
      )
      if (here.visible && asked.length) expect(front?.id).toBe(asked.at(-1))
      expect(decision.reasons.filter(({ show }) => show)).toHaveLength(decision.shown.length)
      expect(decision.reasons.every(({ because }) => because !== '')).toBe(true)
    }),
  )
})

const nothing: State = {
  ...{ programs: [], surveys: [], tours: [], announcements: [], help: noHelp, guided: null, name: null },
}

function decideWith(state: Partial<State>, situation: Partial<Situation & Whereabouts> = {}, only?: Kinds) {
  const { url = `${origin}/`, since = now, ...rest } = situation
  const there = { url, since }
  const all: Kinds = only ?? {
    ...kinds,
    survey: { weigh: (state, here) => weighAsked(state, { ...here, ...there }), interrupts: true },
    tour: { weigh: (state, here) => weighTours(state, { ...here, ...there }), interrupts: true },
    hotspot: { weigh: (state, here) => weighHotspots(state, { ...here, ...there }), many: true },
    announcement: { weigh: (state, here) => weighAnnouncements(state, { ...here, ...there }), interrupts: true },
    banner: { weigh: (state, here) => weighBanners(state, { ...here, ...there }) },
  }
  const decision = decide(
    { ...nothing, ...state },
    { now, visible: true, tracked: {}, wanted: [], over: [], onShow: [], begun: null, ...rest },
    all,
  )
  return { ...decision, reasons: reasonsOf(decision) }
}

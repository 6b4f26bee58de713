import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { State } from '../../api/contract/state.ts'
import { decide } from '../../sdk/decide/decide.ts'
import type { Situation } from '../../sdk/decide/rule.ts'
import type { Whereabouts } from '../../sdk/guide/start-rules.ts'
import { weighAnnouncements, weighBanners } from '../../sdk/guide/weigh-announcements.ts'
import { weighHotspots, weighTours } from '../../sdk/guide/weigh-tours.ts'
import { kinds } from '../../sdk/kinds.ts'
import type { Kinds } from '../../sdk/kinds.ts'
import { makeAnnouncement, makeProgram, makeSurvey, makeTour, noHelp } from './make-state.ts'

const now = Date.parse('2026-03-02T08:00:00.000Z')
const origin = 'https://app.example.com'
const ids = ['school-setup', 'nps', 'quiet', 'calendar', 'news', 'strip']

/** Some of everything there can be, allowed by the server or not. */
const state = fc
  .record({
    dismissed: fc.boolean(),
    milestone: fc.constantFrom(null, '2026-03-02T07:59:00.000Z', '2026-01-01T08:00:00.000Z'),
    eligible: fc.boolean(),
    delaySeconds: fc.nat(10),
    start: fc.constantFrom(undefined, { url: '/*' }, { url: '/here' }, { event: 'invoice_sent' }),
  })
  .map(({ dismissed, milestone, eligible, delaySeconds, start }): State => {
    const survey = makeSurvey({ delaySeconds })
    const begins = start && { url: null, event: null, delaySeconds, ...start }
    const judged = { eligible, reason: eligible ? 'Not shown before.' : 'Shown before.' }
    const news = (id: string, form: 'slide-in' | 'banner') => {
      const made = makeAnnouncement(id, form)
      return { ...made, ...judged, definition: { ...made.definition, start: begins ?? null } }
    }
    return {
      programs: [{ ...makeProgram({ milestones: milestone ? [{ id: 'live', at: milestone }] : [] }), dismissed }],
      surveys: [
        { ...survey, ...judged },
        { ...survey, definition: { ...survey.definition, id: 'quiet', trigger: null } },
      ],
      tours: [{ ...makeTour({ ...(begins && { start: begins }), launcher: '/*' }), ...judged, offered: eligible }],
      announcements: [news('news', 'slide-in'), news('strip', 'banner')],
      help: noHelp,
      guided: null,
      name: null,
    }
  })

const times = fc.integer({ min: now - 3_600_000, max: now })
const situation = fc.record({
  visible: fc.boolean(),
  tracked: fc.dictionary(fc.constantFrom('school_went_live', 'invoice_sent', ''), times),
  wanted: fc.shuffledSubarray(ids),
  over: fc.subarray(ids),
  begun: fc.constantFrom(null, 'nps', 'calendar'),
  url: fc.constantFrom(`${origin}/`, `${origin}/here`),
  since: times,
})

test('nothing that is over, and nothing that the server denies, shows by itself', () => {
  fc.assert(
    fc.property(state, situation, (given, here) => {
      const denied = [
        ...given.surveys.filter(({ eligible }) => !eligible),
        ...given.tours.filter(({ eligible }) => !eligible),
        ...given.announcements.filter(({ eligible }) => !eligible),
        ...given.programs.filter(({ dismissed }) => dismissed),
      ].map(({ definition }) => definition.id)
      for (const { id } of decideWith(given, here).shown) {
        if (here.wanted.includes(id)) continue
        expect(here.over).not.toContain(id)
        if (id !== here.begun) expect(denied).not.toContain(id)
      }
    }),
  )
})

test('what is asked for is shown at its place, and changes nothing at others', () => {
  fc.assert(
    fc.property(state, situation, fc.constantFrom(...ids), (given, here, id) => {
      const before = decideWith(given, { ...here, visible: true })
      const after = decideWith(given, { ...here, visible: true, wanted: [...here.wanted.filter((x) => x !== id), id] })
      const mine = after.shown.find((reason) => reason.id === id)
      expect(mine).toBeDefined()
      // A beacon makes way for its tour.
      const others = ({ shown }: typeof before) =>
        shown.filter(({ place }) => place !== mine?.place && place !== `${id}/launcher`).map((reason) => reason.id)
      expect(others(after)).toEqual(others(before))
    }),
  )
})

test('what is closed is not shown, and nothing else goes away with it', () => {
  fc.assert(
    fc.property(state, situation, fc.constantFrom(...ids), (given, here, id) => {
      const wanted = here.wanted.filter((other) => other !== id)
      const before = decideWith(given, { ...here, wanted })
      const after = decideWith(given, { ...here, wanted, over: [...here.over, id] })
      const shownAfter = after.shown.map((reason) => reason.id)
      expect(shownAfter).not.toContain(id)
      const kept = before.shown
        .map((reason) => reason.id)
        .filter((other) => other !== id && !other.startsWith(`${id}/`))
      expect(shownAfter).toEqual(expect.arrayContaining(kept))
    }),
  )
})

test('to decide again is planned for later, and nothing new is due before', () => {
  fc.assert(
    fc.property(state, situation, fc.double({ min: 0, max: 0.999, noNaN: true }), (given, here, share) => {
      const { weighed, againAt } = decideWith(given, here)
      if (againAt === null) return
      expect(againAt).toBeGreaterThan(now)
      const due = (time: number) =>
        decideWith(given, { ...here, now: time })
          .weighed.filter(({ show }) => show)
          .map(({ id }) => id)
      const before = weighed.filter(({ show }) => show).map(({ id }) => id)
      expect(before).toEqual(expect.arrayContaining(due(now + Math.floor((againAt - now) * share))))
      expect(decideWith(given, { ...here, now: againAt }).againAt).not.toBe(againAt)
    }),
  )
})

test('a survey without a trigger is asked only where it is opened, whatever is sent', () => {
  fc.assert(
    fc.property(state, situation, (given, here) => {
      const { shown } = decideWith(given, { ...here, wanted: [] })
      expect(shown.map(({ id }) => id)).not.toContain('quiet')
    }),
  )
})

function decideWith(state: State, { url, since, ...here }: Partial<Situation> & Whereabouts) {
  const there = { url, since }
  const all: Kinds = {
    ...kinds,
    tour: { weigh: (state, here) => weighTours(state, { ...here, ...there }), interrupts: true },
    hotspot: { weigh: (state, here) => weighHotspots(state, { ...here, ...there }), many: true },
    announcement: { weigh: (state, here) => weighAnnouncements(state, { ...here, ...there }), interrupts: true },
    banner: { weigh: (state, here) => weighBanners(state, { ...here, ...there }) },
  }
  const nothing: Situation = { now, visible: true, tracked: {}, wanted: [], over: [], onShow: [], begun: null }
  return decide(state, { ...nothing, ...here }, all)
}

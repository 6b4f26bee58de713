import { expect, test } from 'vitest'
import type { State } from '../../api/contract/state.ts'
import { decide } from '../../sdk/decide/decide.ts'
import { reasonsOf } from '../../sdk/decide/reasons-of.ts'
import type { Situation } from '../../sdk/decide/rule.ts'
import { kinds } from '../../sdk/kinds.ts'
import { makeProgram, makeSurvey, noHelp } from './make-state.ts'

const now = Date.parse('2026-03-02T08:00:00.000Z')
const minutes = (count: number) => count * 60_000

test('a checklist with steps left is shown', () => {
  const { checklist, reasons } = decideWith({ programs: [makeProgram()] })
  expect(checklist).toBe('school-setup')
  expect(reasons).toContainEqual(
    expect.objectContaining({ kind: 'checklist', id: 'school-setup', show: true, because: 'steps left' }),
  )
})

test('a completed checklist is not shown, unless it was completed before the eyes of the person', () => {
  const programs = [makeProgram({ status: 'completed' })]
  expect(decideWith({ programs }).checklist).toBeNull()
  expect(decideWith({ programs }, { onShow: ['school-setup'] }).checklist).toBe('school-setup')
})

test('a dismissed checklist comes back only when it is asked for', () => {
  const programs = [{ ...makeProgram(), dismissed: true }]
  expect(decideWith({ programs }).checklist).toBeNull()
  expect(decideWith({ programs }, { wanted: ['school-setup'] }).checklist).toBe('school-setup')
})

test('one checklist is shown at a time, the first', () => {
  const programs = [makeProgram(), makeProgram({ program: 'second' })]
  const { checklist, reasons } = decideWith({ programs })
  expect(checklist).toBe('school-setup')
  expect(reasons.find(({ id }) => id === 'second')?.because).toBe('not first')
})

test('of two programs that the page opens the last is shown, and the other says why it is not', () => {
  const programs = [makeProgram(), makeProgram({ program: 'second' })]
  for (const wanted of [['school-setup', 'second'], ['second', 'school-setup'], ['second']]) {
    const { checklist, reasons } = decideWith({ programs }, { wanted })
    expect(checklist).toBe(wanted.at(-1))
    expect(reasons.filter(({ show }) => show).map(({ id }) => id)).toEqual([checklist])
    expect(reasons.find(({ id }) => id !== checklist)?.because).toBe('not first')
  }
})

test('of all that could interrupt one says that it is shown', () => {
  const programs = [makeProgram({ milestones: [{ id: 'live', at: '2026-03-02T07:59:00.000Z' }] })]
  const situation = { tracked: { school_went_live: now } }
  const { interruption, reasons } = decideWith({ programs, surveys: [makeSurvey()] }, situation)
  const shown = reasons.filter(({ show, kind }) => show && kind !== 'checklist')
  expect(shown.map(({ id }) => id)).toEqual([interruption?.id])
  expect(reasons.find(({ id }) => id === 'nps')).toMatchObject({ show: false, because: 'not first' })
})

test('when to decide again does not depend on the words of a reason', () => {
  const surveys = [{ ...makeSurvey(), eligible: false, reason: 'waits' }]
  expect(decideWith({ surveys }, { tracked: { school_went_live: now } }).againAt).toBeNull()
})

test('a milestone is celebrated once it is reached, before any survey', () => {
  const programs = [makeProgram({ milestones: [{ id: 'live', at: '2026-03-02T07:59:00.000Z' }] })]
  const { interruption } = decideWith({ programs, surveys: [makeSurvey()] }, { tracked: { school_went_live: now } })
  expect(interruption).toMatchObject({ kind: 'milestone', id: 'school-setup/live' })
})

test.each([
  ['celebrated', { celebrated: ['live'] }, {}],
  ['over', {}, { over: ['school-setup/live'] }],
])('a milestone that is %s is not celebrated', (because, change, situation) => {
  const programs = [{ ...makeProgram({ milestones: [{ id: 'live', at: '2026-03-02T07:59:00.000Z' }] }), ...change }]
  const decision = decideWith({ programs }, situation)
  expect(decision.interruption).toBeNull()
  expect(decision.reasons).toContainEqual(
    expect.objectContaining({ kind: 'milestone', id: 'school-setup/live', show: false, because }),
  )
})

test('somebody who joins weeks later is not congratulated for what others did', () => {
  const programs = [makeProgram({ milestones: [{ id: 'live', at: '2026-02-01T08:00:00.000Z' }] })]
  expect(decideWith({ programs }).interruption).toBeNull()
})

test('a survey waits for its event and then for its delay', () => {
  const surveys = [makeSurvey({ delaySeconds: 3 })]
  expect(decideWith({ surveys })).toMatchObject({ interruption: null, againAt: null })
  const tracked = { school_went_live: now - 1000 }
  expect(decideWith({ surveys }, { tracked })).toMatchObject({ interruption: null, againAt: now + 2000 })
  expect(decideWith({ surveys }, { tracked, now: now + 2000 }).interruption).toMatchObject({
    kind: 'survey',
    id: 'nps',
  })
})

test('a survey is not asked long after the moment it is about', () => {
  const tracked = { school_went_live: now - minutes(45) }
  const { interruption, reasons } = decideWith({ surveys: [makeSurvey()] }, { tracked })
  expect(interruption).toBeNull()
  expect(reasons[0]?.because).toBe('too long ago')
})

test('a person who may not be asked is not, for the reason the server gives', () => {
  const surveys = [{ ...makeSurvey(), eligible: false, reason: 'asked 12 days ago' }]
  const { interruption, reasons } = decideWith({ surveys }, { tracked: { school_went_live: now } })
  expect(interruption).toBeNull()
  expect(reasons[0]?.because).toBe('asked 12 days ago')
})

test('opening a survey overrules eligibility and trigger', () => {
  const surveys = [{ ...makeSurvey(), eligible: false }]
  expect(decideWith({ surveys }, { wanted: ['nps'] }).interruption).toMatchObject({ id: 'nps', forced: true })
})

test('a survey that was begun goes on after a change of page, without being claimed again', () => {
  const surveys = [{ ...makeSurvey(), eligible: false }]
  expect(decideWith({ surveys }, { begun: 'nps' }).interruption).toMatchObject({ id: 'nps', begun: true })
})

test('nothing interrupts a page that nobody sees', () => {
  const tracked = { school_went_live: now }
  const { interruption, reasons } = decideWith({ surveys: [makeSurvey()] }, { tracked, visible: false })
  expect(interruption).toBeNull()
  expect(reasons).toEqual([expect.objectContaining({ kind: 'survey', id: 'nps', show: false, because: 'unseen' })])
})

function decideWith(state: Partial<State>, situation: Partial<Situation> = {}) {
  const decision = decide(
    { programs: [], surveys: [], tours: [], announcements: [], help: noHelp, guided: null, name: null, ...state },
    { now, visible: true, tracked: {}, wanted: [], over: [], onShow: [], begun: null, ...situation },
    kinds,
  )
  const checklist = decision.shown.find(({ kind }) => kind === 'checklist')?.id ?? null
  return { ...decision, checklist, reasons: reasonsOf(decision) }
}
